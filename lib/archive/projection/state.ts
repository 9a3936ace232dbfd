import "server-only";
import type { Queryable } from "@/lib/db/transaction";

/** Where the indexer is; the one row of console.indexer_state. */
export type IndexerState = {
  watermark: number;
  safeHigh: number;
  pendingHigh: number | null;
  /** Reference layout: the walk's place together with `watermark`. */
  watermarkWhen: number;
  rebuild: boolean;
  built: boolean;
  layout: string | null;
  problem: string | null;
  /** Of the code that made the lines. */
  version: number;
  /** Goes up whenever the projection is emptied. */
  generation: number;
  /** How far a large first build is; null: none, or not a large one. */
  step: BuildStep | null;
};

/** What a large first build does next, in this order (bulk/build.ts). */
export const BUILD_STEPS = ["rows", "indexes", "marks", "counts", "words"] as const;
export type BuildStep = (typeof BUILD_STEPS)[number];

const COLUMNS = `watermark::float8 as watermark, safe_high::float8 as "safeHigh",
  pending_high::float8 as "pendingHigh", watermark_when as "watermarkWhen", rebuild,
  built_at is not null as built, layout, problem, version, generation, step`;

export async function readState(sql: Queryable): Promise<IndexerState> {
  const rows = await sql<IndexerState[]>`
    select ${sql.unsafe(COLUMNS)} from console.indexer_state where one`;
  return only(rows);
}

/**
 * Keeps others from moving the indexer until the transaction ends; null when somebody else is doing so, who
 * is not waited for: the caller has the projection lock, and deletes wait behind it.
 */
export async function lockState(tx: Queryable): Promise<IndexerState | null> {
  const [state] = await tx<IndexerState[]>`
    select ${tx.unsafe(COLUMNS)} from console.indexer_state where one for update skip locked`;
  return state ?? null;
}

/** Writes only when it changes, so that an idle indexer writes nothing. */
export async function setProblem(sql: Queryable, problem: string | null): Promise<void> {
  await sql`
    update console.indexer_state set problem = ${problem}
    where one and problem is distinct from ${problem}::text`;
}

function only(rows: readonly IndexerState[]): IndexerState {
  const state = rows[0];
  if (!state) throw new Error("console.indexer_state is empty: the migrations did not run");
  return state;
}
