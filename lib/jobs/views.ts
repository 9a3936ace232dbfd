import type { JsonObject } from "@/lib/audit/canonical";
import type { JobKind } from "./kinds";

export const JOB_STATES = ["waiting", "running", "done", "failed", "cancelled"] as const;
export type JobState = (typeof JOB_STATES)[number];

/** As the handler tells it; of the step at hand where the work has several. */
export type JobProgress = {
  done: number | null;
  total: number | null;
  unit: "blocks" | "rows" | "steps" | null;
  /** Name of the step, a key of texts.jobs.phases where it is known. */
  phase: string | null;
  /** Whose transaction is waited for; null when nobody's is. */
  waitsFor: Blocker | null;
};

/** What others may know of a session; `seconds`: how long its transaction is open. */
export type Blocker = { pid: number; login: string | null; seconds: number | null };

export type JobView = {
  id: string;
  kind: JobKind;
  /** What it is about: a table, an index. */
  subject: string;
  state: JobState;
  /** Name of who asked. */
  operator: string;
  /** Unix seconds. */
  askedAt: number;
  startedAt: number | null;
  endedAt: number | null;
  /** Units a second, and seconds until the end of the step; null when unknown. */
  progress: (JobProgress & { rate: number | null; secondsLeft: number | null }) | null;
  cancelAsked: boolean;
  /** Begun more than once: a worker died meanwhile. */
  attempt: number;
  result: JsonObject | null;
  /** `reason`: a key of texts.errors. */
  error: { message: string; reason: string | null } | null;
};

export const isOver = ({ state }: { state: JobState }): boolean =>
  state === "done" || state === "failed" || state === "cancelled";
