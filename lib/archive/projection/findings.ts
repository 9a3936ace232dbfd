import "server-only";
import type { Queryable } from "@/lib/db/transaction";

export type Severity = "notice" | "warning" | "error";

/** Keeps that something was found wrong, or, with null, that it is right again. */
export async function keepFinding(
  sql: Queryable,
  id: string,
  found: { severity: Severity; params: Record<string, string | number> } | null,
): Promise<void> {
  if (!found) {
    await sql`delete from console.finding where id = ${id}`;
    return;
  }
  await sql`
    insert into console.finding (id, severity, params)
    values (${id}, ${found.severity}, ${JSON.stringify(found.params)}::text::jsonb)
    on conflict (id) do update set found_at = now(), severity = excluded.severity,
      params = excluded.params`;
}
