import "server-only";
import type { PendingQuery, Row } from "postgres";
import type { Queryable } from "@/lib/db/transaction";
import { CAPTURE_TRIGGERS } from "@/lib/prosody/adoption/objects";
import type { Layout } from "@/lib/prosody/layouts/layout";

/**
 * Whether deletes and changes reach us: all capture triggers are there and always fire. Without them
 * there is no projection, because it would show what was erased.
 */
export async function isCaptured(sql: Queryable, layout: Layout): Promise<boolean> {
  const [row] = await sql<{ captured: boolean }[]>`select ${captured(sql, layout)} as captured`;
  return row?.captured ?? false;
}

/** The same as a piece of a statement. */
export function captured(sql: Queryable, layout: Layout): PendingQuery<Row[]> {
  return sql`
    ((select count(*) from pg_trigger
      where tgrelid = ${layout.table}::regclass and tgname = any(${CAPTURE_TRIGGERS}::text[])
        and tgenabled = 'A') = ${CAPTURE_TRIGGERS.length}::int)`;
}
