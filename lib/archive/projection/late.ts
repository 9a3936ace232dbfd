import "server-only";
import type { Queryable } from "@/lib/db/transaction";
import type { Layout } from "@/lib/prosody/layouts/layout";

const LAST_IDS = 10_000;

/**
 * Marks rows below the watermark that have no line: a writer drew its number, waited before it had a
 * transaction id, and stored later than the horizon foresaw. Looks at the last 10,000 numbers.
 */
export async function markLateRows(sql: Queryable, layout: Layout): Promise<number> {
  const { count } = await sql`
    insert into console.dirty (sort_id)
    select a.sort_id from ${sql.unsafe(layout.table)} a
      cross join (select watermark from console.indexer_state where one) s
    where a.sort_id > s.watermark - ${LAST_IDS} and a.sort_id <= s.watermark
      and not exists (select from console.message m where m.sort_id = a.sort_id)
      and not exists (select from console.counted c where c.sort_id = a.sort_id)
      and not exists (select from console.dirty d where d.sort_id = a.sort_id)`;
  return count;
}

/**
 * Reference layout: there is no number to go by, so the rows of the last `seconds` that have no line are
 * marked, whenever they were stored. A time in the future is taken for now.
 */
export async function markNewByTime(
  sql: Queryable,
  layout: Layout,
  seconds: number,
  limit: number,
): Promise<number> {
  const rowId = sql.unsafe(layout.rowId);
  const { count } = await sql`
    insert into console.dirty (sort_id)
    select ${rowId} from ${sql.unsafe(layout.table)} a
    where ${sql.unsafe(layout.when)} >= (
        select least(watermark_when, extract(epoch from now())::int) - ${seconds}::int
        from console.indexer_state where one)
      and not exists (select from console.message m where m.sort_id = ${rowId})
      and not exists (select from console.counted c where c.sort_id = ${rowId})
      and not exists (select from console.dirty d where d.sort_id = ${rowId})
    order by ${sql.unsafe(layout.when)}, ${rowId} limit ${limit}`;
  return count;
}

/** Reference layout: moves the place behind which new rows are looked for to the newest line. */
export async function followTime(sql: Queryable): Promise<void> {
  await sql`
    update console.indexer_state set watermark_when = newest.at
    from (select max("when") as at from console.message) newest
    where one and newest.at > watermark_when`;
}
