import "server-only";
import type { Sql } from "postgres";
import type { Blocker, JobProgress } from "@/lib/jobs/views";

/** Which of PostgreSQL's progress views has it; DROP INDEX has none. */
export type ProgressView = "vacuum" | "analyze" | "create-index" | null;

/** What connection `pid` does now. The connection asking must be of the same login. */
export async function readProgress(
  sql: Sql,
  view: ProgressView,
  pid: number,
): Promise<JobProgress> {
  const [step, waitsFor] = await Promise.all([readStep(sql, view, pid), readBlocker(sql, pid)]);
  return { ...(step ?? { done: null, total: null, unit: null, phase: null }), waitsFor };
}

type Step = Omit<JobProgress, "waitsFor">;

async function readStep(sql: Sql, view: ProgressView, pid: number): Promise<Step | null> {
  if (view === "vacuum") return vacuumStep(sql, pid);
  if (view === "analyze") return analyzeStep(sql, pid);
  return view === "create-index" ? indexStep(sql, pid) : null;
}

/** These columns are the same from 13 to 18; what counts dead rows is not. */
async function vacuumStep(sql: Sql, pid: number): Promise<Step | null> {
  const [row] = await sql<{ phase: string; total: number; scanned: number; vacuumed: number }[]>`
    select phase, heap_blks_total::float8 as total, heap_blks_scanned::float8 as scanned,
      heap_blks_vacuumed::float8 as vacuumed from pg_stat_progress_vacuum where pid = ${pid}`;
  if (!row) return null;
  const { phase, total, scanned, vacuumed } = row;
  if (phase === "scanning heap") return { phase, done: scanned, total, unit: "blocks" };
  if (phase === "vacuuming heap") return { phase, done: vacuumed, total, unit: "blocks" };
  return { phase, done: null, total: null, unit: null };
}

async function analyzeStep(sql: Sql, pid: number): Promise<Step | null> {
  const [row] = await sql<{ phase: string; total: number; done: number }[]>`
    select phase, sample_blks_total::float8 as total, sample_blks_scanned::float8 as done
    from pg_stat_progress_analyze where pid = ${pid}`;
  return row ? { ...row, unit: "blocks" } : null;
}

type IndexRow = Record<
  "blocks" | "blocksDone" | "rows" | "rowsDone" | "lockers" | "lockersDone",
  number
> & { phase: string };

async function indexStep(sql: Sql, pid: number): Promise<Step | null> {
  const [row] = await sql<IndexRow[]>`
    select phase, blocks_total::float8 as blocks, blocks_done::float8 as "blocksDone",
      tuples_total::float8 as rows, tuples_done::float8 as "rowsDone",
      lockers_total::float8 as lockers, lockers_done::float8 as "lockersDone"
    from pg_stat_progress_create_index where pid = ${pid}`;
  if (!row) return null;
  const { phase } = row;
  if (phase.startsWith("waiting")) {
    return { phase, done: row.lockersDone, total: row.lockers, unit: "steps" };
  }
  if (row.blocks > 0) return { phase, done: row.blocksDone, total: row.blocks, unit: "blocks" };
  if (row.rows > 0) return { phase, done: row.rowsDone, total: row.rows, unit: "rows" };
  return { phase, done: null, total: null, unit: null };
}

/** How long a transaction of another login is open is shown to pg_read_all_stats only. */
async function readBlocker(sql: Sql, pid: number): Promise<Blocker | null> {
  const [row] = await sql<Blocker[]>`
    select b.pid, a.usename::text as login,
      extract(epoch from clock_timestamp() - a.xact_start)::float8 as seconds
    from unnest(pg_blocking_pids(${pid})) b(pid) left join pg_stat_activity a on a.pid = b.pid
    order by a.xact_start nulls last limit 1`;
  return row ?? null;
}
