import "server-only";
import type { Sql, TransactionSql } from "postgres";
import { sqlState } from "@/lib/db/transaction";
import { HOLD_STATES } from "@/lib/prosody/adoption/hold-functions";
import type { Layout } from "@/lib/prosody/layouts/layout";
import type { Counts, Pass } from "../views";
import { type Cursor, hasHolds, isHeldRow, isOfPass, rowsOf } from "./walk";

export const BATCH_ROWS = 5_000;

type Scanned = Counts & { scanned: number; when: number | null; row: string | null };

export type Place = { runId: string; number: number; pass: Pass; before: number };

/**
 * Deletes the next rows of a pass, in a transaction of its own together with the counts and the place: after a
 * kill it goes on where it was, and nothing is counted twice. The place comes from the rows looked at, so that
 * rows which a hold keeps end nothing. True when the pass is through.
 */
export async function deleteBatch(sql: Sql, layout: Layout, place: Place): Promise<boolean> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await sql.begin((tx) => inTransaction(tx, layout, place));
    } catch (error) {
      // A hold came between the look and the delete: its trigger refused us, and the next look sees it.
      if (sqlState(error) !== HOLD_STATES.refused || attempt === 3) throw error;
    }
  }
}

async function inTransaction(tx: TransactionSql, layout: Layout, place: Place): Promise<boolean> {
  const { runId, number } = place;
  const [at] = await tx<{ when: number | null; row: string | null }[]>`
    select at_when as "when", at_row as row from console.retention_pass
    where run_id = ${runId} and pass = ${number} for update`;
  const cursor = at && at.when !== null && at.row !== null ? { when: at.when, row: at.row } : null;
  const found = await step(tx, layout, place, cursor);
  const through = found.scanned < BATCH_ROWS;
  await tx`
    update console.retention_pass set expired = expired + ${found.expired}, held = held + ${found.held},
      deleted = deleted + ${found.deleted}, at_when = coalesce(${found.when}, at_when),
      at_row = coalesce(${found.row}, at_row), done = ${through}
    where run_id = ${runId} and pass = ${number}`;
  return through;
}

async function step(
  tx: TransactionSql,
  layout: Layout,
  { pass, before }: Place,
  cursor: Cursor | null,
): Promise<Scanned> {
  const held = isHeldRow(tx, layout, await hasHolds(tx));
  const [when, row] = [tx.unsafe(layout.when), tx.unsafe(layout.rowId)];
  const [found] = await tx<Scanned[]>`
    with looked as materialized (
      select a.ctid as place, ${when} as "when", ${row} as row, ${isOfPass(tx, layout, pass)} as mine,
        ${held} as held
      from ${rowsOf(tx, layout, pass, before, cursor)}
      order by ${when}, ${row} limit ${BATCH_ROWS}
    ), gone as (
      delete from ${tx.unsafe(layout.table)} a
      where a.ctid = any(array(select place from looked where mine and not held))
        and a.host = ${pass.host} and a.store = ${pass.store} returning 1
    ), last as (select "when", row from looked order by "when" desc, row desc limit 1)
    select (select count(*)::int from looked) as scanned,
      (select count(*)::int from looked where mine) as expired,
      (select count(*)::int from looked where mine and held) as held,
      (select count(*)::int from gone) as deleted,
      (select "when" from last) as "when", (select row::text from last) as row`;
  return found as Scanned;
}

/** The same counts without deleting anything. */
export async function countPass(sql: Sql, layout: Layout, place: Place): Promise<void> {
  const { pass, before, runId, number } = place;
  const held = isHeldRow(sql, layout, await hasHolds(sql));
  const [found] = await sql<{ expired: number; held: number }[]>`
    select count(*)::int as expired, count(*) filter (where ${held})::int as held
    from ${rowsOf(sql, layout, pass, before)} and ${isOfPass(sql, layout, pass)}`;
  await sql`
    update console.retention_pass set expired = ${found?.expired ?? 0}, held = ${found?.held ?? 0}, done = true
    where run_id = ${runId} and pass = ${number}`;
}
