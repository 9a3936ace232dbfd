import "server-only";
import type { Sql, TransactionSql } from "postgres";
import { PROJECTION_LOCK } from "@/lib/db/locks";
import type { Queryable } from "@/lib/db/transaction";
import type { Layout } from "@/lib/prosody/layouts/layout";
import { isCaptured } from "./captured";
import { removeLines } from "./deltas";
import { insertCounted, insertLines } from "./insert-lines";
import { keepOccupants } from "./keep-occupants";
import { markTargets } from "./marks";
import { applyNotes } from "./notes";
import { numberOwners } from "./owners";
import type { Prepared } from "./prepare";
import { type IndexerState, lockState } from "./state";

/**
 * `busy`: somebody deletes or changes rows, or another worker writes; nothing was done, try again.
 * `stale`: the indexer was moved meanwhile (another worker, TRUNCATE, release); read its state again.
 */
export type Outcome = { done: "busy" | "stale" } | { done: "written"; lines: number };

export type Job = {
  /** True: what the batch was made for still holds. */
  stillWanted(state: IndexerState): boolean;
  write(tx: TransactionSql): Promise<number>;
};

/**
 * Runs a short transaction under the exclusive projection lock. It never waits for that lock: whoever
 * deletes rows holds it shared until COMMIT, and a waiting request would stop the next deletes.
 */
export async function underLock(sql: Sql, layout: Layout, job: Job): Promise<Outcome> {
  return sql.begin(async (tx): Promise<Outcome> => {
    const [lock] = await tx<{ got: boolean }[]>`
      select pg_try_advisory_xact_lock(${PROJECTION_LOCK}) as got`;
    if (!lock?.got) return { done: "busy" };
    const state = await lockState(tx);
    if (!state) return { done: "busy" };
    if (!job.stillWanted(state) || !(await isCaptured(tx, layout))) return { done: "stale" };
    return { done: "written", lines: await job.write(tx) };
  });
}

/**
 * Writes what was prepared, leaving out rows that were deleted since they were read and leaving rows that
 * were changed for later. `again`: these rows may have lines already, which are replaced.
 */
export async function writePrepared(
  tx: TransactionSql,
  layout: Layout,
  prepared: Prepared,
  again: boolean,
): Promise<number> {
  const unfit = await findUnfit(tx, layout, prepared.versions);
  const stillTrue = <T extends { rowId: number }>(rows: T[]) =>
    rows.filter((it) => !unfit.has(it.rowId));
  const [lines, counted] = [stillTrue(prepared.lines), stillTrue(prepared.counted)];
  if (again)
    await removeLines(
      tx,
      [...lines, ...counted].map((it) => it.rowId),
    );
  const index = await numberOwners(tx, [...lines, ...counted]);
  await keepOccupants(tx, prepared.occupants, index);
  const written = (await insertLines(tx, lines, index)) + (await insertCounted(tx, counted, index));
  await markTargets(tx, layout, lines, index);
  await applyNotes(tx);
  return written;
}

/**
 * Rows that are no longer the version that was read. Deleted ones are gone; changed ones are marked (the
 * trigger did so, too, but VACUUM FULL gives a new version without one).
 */
export async function findUnfit(
  tx: Queryable,
  layout: Layout,
  versions: Map<number, string>,
): Promise<Set<number>> {
  const rowId = tx.unsafe(layout.rowId);
  const rows = await tx<{ id: number; there: boolean }[]>`
    select i.id::float8 as id, exists (
      select from ${tx.unsafe(layout.table)} a where ${rowId} = i.id) as there
    from unnest(${[...versions.keys()]}::bigint[], ${[...versions.values()]}::text[]) as i(id, version)
    where not exists (
      select from ${tx.unsafe(layout.table)} a where ${rowId} = i.id and a.xmin::text = i.version)`;
  const changed = rows.filter((it) => it.there).map((it) => it.id);
  if (changed.length > 0) {
    await tx`insert into console.dirty (sort_id) select unnest(${changed}::bigint[])`;
  }
  return new Set(rows.map((it) => it.id));
}
