import "server-only";
import type { Queryable } from "@/lib/db/transaction";
import { quoteName } from "../quote";

export const qualified = (schema: string, name: string): string =>
  `${quoteName(schema)}.${quoteName(name)}`;

/** Our own tables, schema-qualified. */
export async function consoleTables(sql: Queryable): Promise<string[]> {
  const rows = await sql<{ name: string }[]>`
    select relname::text as name from pg_class
    where relnamespace = to_regnamespace('console') and relkind in ('r', 'p') order by relname`;
  return rows.map((it) => qualified("console", it.name));
}
