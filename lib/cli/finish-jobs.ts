import "server-only";
import { randomUUID } from "node:crypto";
import type { Grant } from "@/lib/auth/grant";
import { getJob } from "@/lib/jobs/queries";
import { runNextJob } from "@/lib/jobs/run";
import { isOver } from "@/lib/jobs/views";
import { RETENTION_HANDLERS } from "@/lib/retention/run/handler";
import { MAINTENANCE_HANDLERS } from "@/lib/storage/maintenance/handlers";

const PAUSE_MS = 500;

/**
 * Does these jobs in this process, whether or not a worker runs; what a worker took first is waited for. An
 * interrupt puts what is under way back, for the worker.
 */
export async function finishJobs(
  grant: Grant<"storage.read">,
  ids: readonly string[],
  log: (line: string) => void,
): Promise<void> {
  const stop = new AbortController();
  const leave = () => stop.abort();
  process.once("SIGINT", leave);
  const worker = `cli ${randomUUID()}`;
  const runner = {
    worker,
    handlers: { ...MAINTENANCE_HANDLERS, ...RETENTION_HANDLERS },
    only: ids,
    signal: stop.signal,
    log,
  };
  try {
    for (const open = new Set(ids); open.size > 0 && !stop.signal.aborted; ) {
      if ((await runNextJob(runner)) === "idle") await pause();
      for (const id of open) {
        const { kind, subject, state, ...job } = await getJob(grant, id);
        if (!isOver({ state })) continue;
        open.delete(id);
        log(`${kind} ${subject}: ${state}${job.error ? `, ${job.error.message}` : ""}`);
      }
    }
  } finally {
    process.removeListener("SIGINT", leave);
  }
}

function pause(): Promise<void> {
  return new Promise((done) => setTimeout(done, PAUSE_MS));
}
