import type { JsonObject } from "@/lib/audit/canonical";
import type { JobKind } from "./kinds";
import type { JobProgress } from "./views";

export type JobContext = {
  id: string;
  kind: JobKind;
  subject: string;
  params: JsonObject;
  /** Aborted when somebody cancels, when the worker leaves, when another worker took the job. */
  signal: AbortSignal;
  /** Kept until the next beat; tell it as often as you like. */
  report(progress: JobProgress): void;
  /** Stays with the job even when it is stopped: what could not be put back. */
  remain(result: JsonObject): void;
  /** The connection of the database that works, for people who look at pg_stat_activity. */
  backend(pid: number): void;
};

/**
 * Does the work and returns what stays as its result. A job whose worker died is begun anew, so it must be
 * safe to repeat. Throws JobFailure for what people can act on, and whatever else for a bug.
 */
export type JobHandler = (context: JobContext) => Promise<JsonObject>;

export type JobHandlers = Readonly<Record<JobKind, JobHandler>>;
