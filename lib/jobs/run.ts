import "server-only";
import type { JsonObject } from "@/lib/audit/canonical";
import { withDatabaseFailure } from "@/lib/auth/database-failure";
import { pools } from "@/lib/db/pools";
import { ConsoleError } from "@/lib/errors";
import { type ErrorReason, errors } from "@/lib/i18n/en/errors";
import { type ClaimedJob, claimJob, endJob, type JobEnd, putJobBack } from "./claim";
import { endLeftBehind } from "./connection";
import { JobFailure } from "./failure";
import type { JobHandlers } from "./handler";
import { JOB_KINDS } from "./kinds";
import { Pace } from "./pace";
import { isStillPermitted } from "./still-permitted";
import type { JobView } from "./views";
import { type StopReason, watchOver } from "./watch-over";

export type JobRunner = {
  /** Name of this worker, in the record. */
  worker: string;
  handlers: JobHandlers;
  /** Ids of the only jobs to take; null: whatever there is. */
  only?: readonly string[] | null;
  signal: AbortSignal;
  log: (line: string) => void;
};

/** A job that brings its worker down every time is given up. */
const MOST_ATTEMPTS = 5;

/** Takes one job and does it to its end. Throws when the database is away; the job is then taken up again. */
export async function runNextJob(runner: JobRunner): Promise<"worked" | "idle"> {
  if (runner.signal.aborted) return "idle";
  const job = await claimJob(pools().jobs, runner.worker, runner.only ?? null);
  if (!job) return "idle";
  const end = await attempt(runner, job);
  if (end === "again") await putJobBack(pools().jobs, job);
  else if (end !== "lost") await endJob(pools().jobs, job, end);
  return "worked";
}

async function attempt(runner: JobRunner, job: ClaimedJob): Promise<JobEnd | "again" | "lost"> {
  if (job.attempt > 1) await endLeftBehind(job.id);
  if (job.cancelAskedBy !== null) return cancelled(job.cancelAskedBy);
  if (job.attempt > MOST_ATTEMPTS) return failed("job-died");
  const { asks } = JOB_KINDS[job.kind];
  if (!(await isStillPermitted(pools().jobs, job.operatorId, asks))) {
    return failed("job-not-permitted");
  }
  return work(runner, job);
}

async function work(runner: JobRunner, job: ClaimedJob): Promise<JobEnd | "again" | "lost"> {
  const stop = new AbortController();
  const onStop = (reason: StopReason) => stop.abort(reason);
  const leave = () => onStop({ why: "leaving" });
  const pace = new Pace();
  let progress: JobView["progress"] = null;
  let backend: number | null = null;
  let remains: JsonObject | null = null;
  const release = watchOver({ job, state: () => ({ progress, backend }), onStop });
  runner.signal.addEventListener("abort", leave, { once: true });
  try {
    const result = await runner.handlers[job.kind]({
      id: job.id,
      kind: job.kind,
      subject: job.subject,
      params: job.params,
      signal: stop.signal,
      report: (told) => {
        progress = pace.add(told, Date.now());
      },
      remain: (result) => {
        remains = result;
      },
      backend: (pid) => {
        backend = pid;
      },
    });
    return { state: "done", result, error: null, details: result };
  } catch (error) {
    return stop.signal.aborted ? stopped(stop.signal.reason, remains) : explain(error, runner.log);
  } finally {
    release();
    runner.signal.removeEventListener("abort", leave);
  }
}

function stopped(reason: StopReason, remains: JsonObject | null): JobEnd | "again" | "lost" {
  if (reason.why === "cancelled") return cancelled(reason.by, remains);
  return reason.why === "leaving" ? "again" : "lost";
}

function explain(error: unknown, log: JobRunner["log"]): JobEnd | "again" {
  if (error instanceof JobFailure) return failed(error.reason, error.result);
  const known = withDatabaseFailure(error);
  if (known instanceof ConsoleError && known.code === "unavailable") return "again";
  if (known instanceof ConsoleError) {
    const { message, details } = known;
    const reason = details.reason ?? null;
    return {
      state: "failed",
      result: null,
      error: { message, reason },
      details: { why: reason ?? message },
    };
  }
  log(`a job failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  return failed("job-bug");
}

function failed(reason: ErrorReason, result: JobFailure["result"] = null): JobEnd {
  const details = { why: reason, ...result };
  return { state: "failed", result, error: { message: errors[reason], reason }, details };
}

function cancelled(by: string, result: JsonObject | null = null): JobEnd {
  const details = { why: "cancelled", by, ...result };
  return { state: "cancelled", result, error: null, details };
}
