import "server-only";
import type { Sql } from "postgres";
import { JobFailure } from "@/lib/jobs/failure";

export type Rights = { owner: string; mine: boolean };

/** What the work needs: the owner's right, or since PostgreSQL 17 the right to maintain the table. */
type Needs = "owner" | "maintain";

/**
 * Who owns a table (schema-qualified), and whether this connection may care for it. VACUUM and ANALYZE of a
 * table one may not care for do nothing and report success, so this is asked first.
 */
export async function readRights(sql: Sql, table: string, needs: Needs): Promise<Rights | null> {
  const [server] = await sql<{ version: number }[]>`
    select current_setting('server_version_num')::int as version`;
  // Before 17 the owner of the database may vacuum and reindex everything in it.
  const more =
    needs === "owner"
      ? sql`false`
      : (server?.version ?? 0) >= 170_000
        ? sql`has_table_privilege(c.oid, 'maintain')`
        : sql`pg_has_role(current_user, (select datdba from pg_database where datname = current_database()), 'usage')`;
  const [row] = await sql<Rights[]>`
    select pg_get_userbyid(c.relowner)::text as owner,
      pg_has_role(current_user, c.relowner, 'usage') or ${more} as mine
    from pg_class c where c.oid = to_regclass(${table})`;
  return row ?? null;
}

/** @throws JobFailure that names the owner and the statements to run by hand */
export async function requireRights(
  sql: Sql,
  table: string,
  needs: Needs,
  statements: string[],
): Promise<void> {
  const rights = await readRights(sql, table, needs);
  if (!rights) throw new JobFailure("maintenance-target");
  if (!rights.mine) throw notOwner(rights.owner, statements);
}

export function notOwner(owner: string, statements: string[]): JobFailure {
  return new JobFailure("maintenance-not-owner", {
    role: owner,
    statements: statements.map((it) => `${it};`),
  });
}
