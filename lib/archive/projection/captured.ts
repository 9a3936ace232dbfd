import "server-only";
import type { Queryable } from "@/lib/db/transaction";
import { CAPTURE_TRIGGERS } from "@/lib/prosody/adoption/objects";
import type { Layout } from "@/lib/prosody/layouts/layout";

/**
 * Whether deletes and changes reach us: all capture triggers are there and always fire. Without them
 * there is no projection, because it would show what was erased.
 */
export async function isCaptured(sql: Queryable, layout: Layout): Promise<boolean> {
  const [row] = await sql<{ n: number }[]>`
    select count(*)::int as n from pg_trigger
    where tgrelid = ${layout.table}::regclass and tgname = any(${CAPTURE_TRIGGERS}::text[])
      and tgenabled = 'A'`;
  return row?.n === CAPTURE_TRIGGERS.length;
}
