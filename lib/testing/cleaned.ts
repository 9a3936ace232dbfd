import type { Sql } from "postgres";

/** The record of a cleanup of Muniment's that came to its end, as lib/retention/run leaves it. */
export async function cleaned(
  sql: Sql,
  host: string,
  deleted: number,
  { dryRun = false } = {},
): Promise<void> {
  await sql`
    with run as (
      insert into console.retention_run (dry_run, passes, operator_name)
      values (${dryRun}, '[]', 'admin') returning id)
    insert into console.retention_pass (run_id, pass, host, expired, deleted, done)
    select id, 0, ${host}, ${deleted}, ${deleted}, true from run`;
}
