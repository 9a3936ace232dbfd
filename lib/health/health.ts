import "server-only";
import { type IndexProgress, progressOf, projectionStatus } from "@/lib/archive/projection/status";
import { describeDatabase } from "@/lib/db/describe";
import { pools } from "@/lib/db/pools";
import type { Queryable } from "@/lib/db/transaction";
import type { LayoutName } from "@/lib/prosody/layouts/layout";

/** Anybody may ask: no addresses, no names of people, no words of an error. */
export type Health = {
  status: "ok" | "unavailable";
  /** Only when not ok, in words for an operator. */
  reason?: string;
  database?: { name: string; version: string };
  layout?: LayoutName;
  /** `build` only while it is built. */
  indexer?: {
    state: "ready" | "building" | "absent";
    lagRows: number;
    stalled: boolean;
    build?: IndexProgress;
  };
  /** Seconds since the newest heartbeat; null: none was ever seen. */
  worker?: { beatAgeSeconds: number | null };
};

const BEAT_LIMIT_SECONDS = 30;

/** The state of the whole, by a few index lookups. Never throws. */
export async function getHealth(): Promise<Health> {
  try {
    return await ask(pools().interactive);
  } catch {
    return { status: "unavailable", reason: "The database cannot be reached." };
  }
}

async function ask(sql: Queryable): Promise<Health> {
  const { name, version } = await describeDatabase(sql);
  const [there] = await sql<{ migrated: boolean }[]>`
    select to_regclass('console.worker_beat') is not null as migrated`;
  if (!there?.migrated) {
    const reason = "The console schema is missing: set-up has not run on this database.";
    return { status: "unavailable", reason, database: { name, version } };
  }
  const projection = await projectionStatus();
  const { layout, state, lagRows, problem } = projection;
  const build = progressOf(projection);
  const beatAgeSeconds = await newestBeat(sql);
  const reason = reasonOf(layout, beatAgeSeconds);
  return {
    status: reason === null ? "ok" : "unavailable",
    ...(reason === null ? {} : { reason }),
    database: { name, version },
    layout,
    indexer: { state, lagRows, stalled: problem !== null, ...(build ? { build } : {}) },
    worker: { beatAgeSeconds },
  };
}

/** Seconds since any worker's sign of life; null: none was ever seen. */
export async function newestBeat(sql: Queryable): Promise<number | null> {
  const [row] = await sql<{ age: number | null }[]>`
    select round(extract(epoch from now() - max(beat_at)))::int as age from console.worker_beat`;
  return row?.age ?? null;
}

function reasonOf(layout: LayoutName, beatAgeSeconds: number | null): string | null {
  if (layout === "missing")
    return "The database has no table prosodyarchive that Muniment can read.";
  if (beatAgeSeconds === null) return "The worker has not started yet.";
  if (beatAgeSeconds <= BEAT_LIMIT_SECONDS) return null;
  return `The worker has not been heard of for ${beatAgeSeconds} seconds.`;
}
