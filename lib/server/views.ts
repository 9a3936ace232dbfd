import type { AdoptionPlan, PlannedObject } from "@/lib/archive/adoption/plan";
import type { HoldingBack } from "@/lib/archive/projection/holding-back";
import type { ProjectionStatus } from "@/lib/archive/projection/status";
import type { ConnectionCount } from "@/lib/db/connections";
import type { DatabaseDescription } from "@/lib/db/describe";
import type { Expiry } from "@/lib/expiry/views";
import type { VersionEvidence } from "@/lib/prosody/version-evidence";

/** What the console is connected to. Changes rarely. */
export type ServerFacts = {
  database: DatabaseDescription & {
    /** Host and port as PostgreSQL sees them; null over a socket. */
    address: string | null;
    encrypted: boolean;
    /** Unix seconds. */
    startedAt: number;
    standby: boolean;
  };
  adoption: Pick<AdoptionPlan, "layout" | "table" | "adopted"> & {
    objects: Pick<PlannedObject, "name" | "kind" | "purpose" | "state">[];
  };
  extensions: Extension[];
  prosody: ProsodyTraces;
};

export const EXTENSIONS = ["btree_gin", "pg_trgm", "pg_stat_statements"] as const;

/** `installed`: its version. `available`: what the server could install; null: its files are not there. */
export type Extension = {
  name: (typeof EXTENSIONS)[number];
  installed: string | null;
  available: string | null;
};

/** Prosody as its tables show it: nobody asks Prosody itself. */
export type ProsodyTraces = {
  evidence: VersionEvidence;
  /** Hosts with a row in either table. */
  hosts: string[];
  tasks: DailyTask[];
};

/**
 * `on-time`, `due` and `overdue` by the last run. `never-ran`: it should, and left no note. `not-expected`: by the
 * configuration nothing is to be removed. `other`: a task of another module, of which no pace is known.
 */
export type TaskState = "on-time" | "due" | "overdue" | "never-ran" | "not-expected" | "other";

export type DailyTask = {
  host: string;
  /** Prosody's key in store `cron`, as `mam/remove_expired_messages`. */
  task: string;
  /** Unix seconds. */
  lastRunAt: number | null;
  state: TaskState;
  expiresAfterSeconds: Expiry["expiresAfterSeconds"] | null;
};

/** How it is at this moment; asked again every few seconds. */
export type ServerPulse = {
  /** Unix seconds, by the database's clock. */
  at: number;
  index: ProjectionStatus & {
    /** Stamp of the first row that waits; null: none waits, or nothing is followed. */
    oldestWaitingAt: number | null;
  };
  holdingBack: HoldingBack[];
  workers: Worker[];
  connections: {
    ours: ConnectionCount[];
    /** By pool, for each process. */
    most: Record<string, number>;
    all: number;
    allowed: number;
  };
  jobs: { waiting: number; running: number; failed: number };
};

export type Worker = {
  pid: number;
  startedAt: number;
  beatAgeSeconds: number;
  /** Within the time that /api/health allows. */
  alive: boolean;
};
