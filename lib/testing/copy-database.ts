import type { Sql } from "postgres";

/**
 * A new database, by copying files: cheaper here than through the log. Before PostgreSQL 15 there is
 * no other way, and no word for it. Without a template PostgreSQL's own.
 */
export async function copyDatabase(sql: Sql, name: string, template = "template1"): Promise<void> {
  const [server] = await sql<{ strategies: boolean }[]>`
    select current_setting('server_version_num')::int >= 150000 as strategies`;
  const strategy = server?.strategies ? "strategy file_copy" : "";
  await sql.unsafe(`create database ${name} template ${template} ${strategy}`);
}
