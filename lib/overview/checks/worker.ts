import type { PlannedObject } from "@/lib/archive/adoption/plan";
import type { ProjectionStatus } from "@/lib/archive/projection/status";
import type { JobView } from "@/lib/jobs/views";
import type { StorageFinding } from "@/lib/storage/views";
import { type Check, found, muniment, type Said, storage } from "./check";

/** A worker writes a sign of life every 5 s; /api/health counts it as gone after as long. */
const SILENT_SECONDS = 30;
/** The indexer wakes every few seconds: fewer rows than this are its ordinary distance. */
const ORDINARY_LAG_ROWS = 1_000;

export type WorkerFacts = {
  beatAge: number | null;
  /** The signed entry that the trail no longer has (lib/worker/checkpoint.ts). */
  trail: { seq: number; signedAt: string } | null;
};

/** Everybody may know that nobody works, and that what is kept of all work was changed. */
export const WORKER_CHECKS: Check<WorkerFacts>[] = [
  {
    id: "worker-silent",
    look: ({ beatAge }) =>
      beatAge !== null && beatAge <= SILENT_SECONDS
        ? "pass"
        : found<"worker-silent">("error", { seconds: beatAge }, { command: "npm start" }),
  },
  {
    id: "trail-broken",
    look: ({ trail }) =>
      trail ? found<"trail-broken">("error", trail, muniment("audit verify")) : "pass",
  },
];

export type IndexFacts = {
  status: ProjectionStatus;
  objects: Pick<PlannedObject, "name" | "kind" | "state">[];
  /** What the worker found when it compared a month. */
  kept: Pick<StorageFinding, "id" | "params">[];
  /** A month was compared with Prosody's table at least once. */
  compared: boolean;
};

export const INDEX_CHECKS: Check<IndexFacts>[] = [
  { id: "index-absent", look: adopted },
  { id: "capture-broken", look: captured },
  {
    id: "index-stopped",
    look: ({ status: { problem, state } }) => {
      if (state === "absent") return "no-matter";
      return problem === null
        ? "pass"
        : found<"index-stopped">("warning", { problem }, muniment("index"));
    },
  },
  {
    id: "index-behind",
    look: ({ status: { state, lagRows } }) => {
      if (state !== "ready") return "no-matter";
      return lagRows < ORDINARY_LAG_ROWS
        ? "pass"
        : found<"index-behind">("warning", { rows: lagRows }, muniment("index --wait"));
    },
  },
  { id: "index-differs", look: (facts) => compare(facts, "index-differs") },
  { id: "rollups-differ", look: (facts) => compare(facts, "rollups-differ") },
];

const triggers = ({ objects }: IndexFacts) => objects.filter((it) => it.kind === "trigger");

function adopted(facts: IndexFacts): Said {
  const none = triggers(facts).every((it) => it.state === "missing");
  return none ? found<"index-absent">("warning", {}, muniment("adopt --plan")) : "pass";
}

function captured(facts: IndexFacts): Said {
  const all = triggers(facts);
  const wrong = all.filter((it) => it.state !== "present");
  if (wrong.length === 0) return "pass";
  if (wrong.length === all.length && wrong.every((it) => it.state === "missing")) {
    return "no-matter";
  }
  const names = wrong.map((it) => it.name);
  return found<"capture-broken">("error", { names }, muniment("adopt"));
}

function compare({ status, kept, compared }: IndexFacts, id: "index-differs" | "rollups-differ") {
  if (status.state !== "ready") return "no-matter";
  const line = kept.find((it) => it.id === id);
  if (!line) return compared ? "pass" : "unknown";
  return found<typeof id>("warning", line.params as never, muniment("index --rebuild"));
}

export type JobFacts = { failed: Pick<JobView, "subject">[] };

export const JOB_CHECKS: Check<JobFacts>[] = [
  {
    id: "jobs-failed",
    look: ({ failed }) => {
      const [last] = failed;
      if (!last) return "pass";
      const params = { jobs: failed.length, subject: last.subject };
      return found<"jobs-failed">("warning", params, storage("#table-care"));
    },
  },
];
