import "server-only";
import type { Queryable } from "@/lib/db/transaction";
import { holdsOfRow } from "@/lib/prosody/adoption/hold-match";
import { layout } from "@/lib/prosody/layouts/detect";

/** An archive row as far as holds look at it; `when` in Unix seconds, `with` the other side's bare JID. */
export type HeldSubject = { host: string; user: string; with: string | null; when: number };

/** Whether a hold in force keeps such a row; the same words of SQL as in the trigger. */
export async function isHeld(sql: Queryable, row: HeldSubject): Promise<boolean> {
  const known = await layout();
  const [held] = await sql<{ held: boolean }[]>`
    select exists (${sql.unsafe(holdsOfRow(known, "a"))}) as held
    from (select ${row.host}::text as host, ${row.user}::text as "user", ${row.with}::text as "with",
      ${row.when}::integer as "when", ${row.when}::integer as when_col) a`;
  return held?.held ?? false;
}
