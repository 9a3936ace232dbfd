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
};

const COLUMNS = `watermark::float8 as watermark, safe_high::float8 as "safeHigh",
  pending_high::float8 as "pendingHigh", watermark_when as "watermarkWhen", rebuild,
  built_at is not null as built, layout, problem`;

export async function readState(sql: Queryable): Promise<IndexerState> {
  const rows = await sql<IndexerState[]>`
    select ${sql.unsafe(COLUMNS)} from console.indexer_state where one`;
  return only(rows);
}

/** Keeps others from moving the indexer until the transaction ends. */
export async function lockState(tx: Queryable): Promise<IndexerState> {
  const rows = await tx<IndexerState[]>`
    select ${tx.unsafe(COLUMNS)} from console.indexer_state where one for update`;
  return only(rows);
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
