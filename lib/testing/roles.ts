import { readFileSync } from "node:fs";
import path from "node:path";
import type { Sql } from "postgres";

/** scripts/roles.sql as an operator runs it, in one database. */
export async function grantRoles(sql: Sql): Promise<void> {
  await sql.unsafe(
    readFileSync(path.resolve(import.meta.dirname, "../../scripts/roles.sql"), "utf8"),
  );
}
