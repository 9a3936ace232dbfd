import "server-only";
import type { ISql } from "postgres";

/**
 * Names the database that a chain is in, across restarts and other addresses: a restored copy on another
 * server is another one. A chain could not name itself: who rewrites it from its beginning would
 * rewrite its name.
 */
export async function chainIdentity(sql: ISql): Promise<string> {
  const [row] = await sql<{ name: string }[]>`
    select system_identifier || '-' || (
      select oid from pg_database where datname = current_database()) as name
    from pg_control_system()`;
  return row!.name;
}
