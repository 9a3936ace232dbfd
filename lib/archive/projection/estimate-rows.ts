import "server-only";
import type { PendingQuery, Row } from "postgres";
import type { Queryable } from "@/lib/db/transaction";
import type { Layout } from "@/lib/prosody/layouts/layout";

/**
 * PostgreSQL's own estimate; before the first ANALYZE it says -1 (0 in version 13), then the file's size
 * has to do.
 */
export async function estimateRows(sql: Queryable, layout: Layout): Promise<number> {
  const [row] = await sql<{ rows: number }[]>`select ${estimatedRows(sql, layout)} as rows`;
  return row?.rows ?? 0;
}

/** The same as a piece of a statement. */
export function estimatedRows(sql: Queryable, layout: Layout): PendingQuery<Row[]> {
  return sql`
    (select round(case when reltuples > 0 then reltuples
        else pg_relation_size(oid) / 500 end::float8)
      from pg_class where oid = ${layout.table}::regclass)`;
}
