import "server-only";
import type { Queryable } from "@/lib/db/transaction";
import { ADD_TO_ROLLUPS } from "./add";

/**
 * A transaction stays under 200 ms: notes of one delete lie in the order of time, so these are of a few days, and
 * of as many days as there are notes where many deletes came one by one.
 */
const QUARTERS_AT_ONCE = 500;
const MONTHS_AT_ONCE = 2_000;

/**
 * Adds up a part of what deletes took away from the rollups; lines without a row left disappear. The caller
 * holds the projection lock exclusively. Returns how many notes were used.
 */
export async function applyRollupNotes(tx: Queryable): Promise<number> {
  return (await applyQuarters(tx)) + (await applyMonths(tx));
}

async function applyQuarters(tx: Queryable): Promise<number> {
  const [done] = await tx<{ notes: number; days: string[]; kinds: string[] }[]>`
    with taken as (
      delete from console.rollup_note
      where ctid = any(array(select ctid from console.rollup_note limit ${QUARTERS_AT_ONCE}))
      returning *
    ), added as (
      select host_id, store, kind, quarter, sum(rows) as rows, sum(bytes) as bytes
      from taken group by 1, 2, 3, 4
    ), ${tx.unsafe(ADD_TO_ROLLUPS)}
    select (select count(*)::int from taken) as notes,
      array(select ctid::text from kept_days where rows <= 0) as days,
      array(select ctid::text from kept_kinds where rows <= 0) as kinds`;
  if (done) {
    await removeEmpty(tx, "rollup_day", done.days);
    await removeEmpty(tx, "rollup_kind", done.kinds);
  }
  return done?.notes ?? 0;
}

/** Of owners that are there: with an owner its months went. */
async function applyMonths(tx: Queryable): Promise<number> {
  const [done] = await tx<{ notes: number; months: string[] }[]>`
    with taken as (
      delete from console.rollup_month_note
      where ctid = any(array(select ctid from console.rollup_month_note limit ${MONTHS_AT_ONCE}))
      returning *
    ), kept as (
      update console.rollup_month r set rows = r.rows + t.rows, bytes = r.bytes + t.bytes
      from (select owner_id, month, sum(rows) as rows, sum(bytes) as bytes from taken group by 1, 2) t
      where r.owner_id = t.owner_id and r.month = t.month
      returning r.ctid, r.rows
    )
    select (select count(*)::int from taken) as notes,
      array(select ctid::text from kept where rows <= 0) as months`;
  if (done) await removeEmpty(tx, "rollup_month", done.months);
  return done?.notes ?? 0;
}

/** By their places: under the lock nobody moves them. */
async function removeEmpty(tx: Queryable, table: string, places: string[]): Promise<void> {
  if (places.length === 0) return;
  await tx`delete from console.${tx(table)} where ctid = any(${places}::text[]::tid[])`;
}
