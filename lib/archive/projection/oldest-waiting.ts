import "server-only";
import type { Queryable } from "@/lib/db/transaction";
import type { Layout } from "@/lib/prosody/layouts/layout";

/**
 * The stamp, in unix seconds, of the first row that is stored and not indexed; null: none is. In the reference
 * layout rows have no number, so it is the oldest of the newest. One index lookup in Prosody's layout.
 */
export async function oldestWaiting(sql: Queryable, layout: Layout): Promise<number | null> {
  const table = sql.unsafe(layout.table);
  const when = sql.unsafe(layout.when);
  const [row] =
    layout.name === "prosody"
      ? await sql<{ at: number }[]>`
          select ${when}::float8 as at from ${table} a
          where sort_id > (select watermark from console.indexer_state where one)
          order by sort_id limit 1`
      : await sql<{ at: number }[]>`
          select ${when}::float8 as at from ${table} a
          where ${when} >= (select least(watermark_when, extract(epoch from now())::int) - 10
              from console.indexer_state where one)
            and not exists (select from console.message m where m.sort_id = ${sql.unsafe(layout.rowId)})
            and not exists (select from console.counted c where c.sort_id = ${sql.unsafe(layout.rowId)})
          order by ${when} limit 1`;
  return row?.at ?? null;
}
