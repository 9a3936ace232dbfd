import "server-only";
import { CONSOLE_ROLES } from "./roles";
import type { Queryable } from "./transaction";

/** A promise of ours that this server or this login cannot keep in full. */
export type WeakerPromise = "roles" | "superuser" | "disconnect" | "case-folding";

export type DatabaseDescription = {
  name: string;
  /** e.g. "15.18". */
  version: string;
  versionNumber: number;
  /** The login of DATABASE_URL, and the role it acts as here. */
  login: string;
  role: string;
  weaker: WeakerPromise[];
};

/**
 * The server as it is. `roles`: our roles are missing or not granted, so the web process could write
 * what it should only read. `superuser`: so could everybody. `disconnect`: a query of a killed web
 * process is not noticed (PostgreSQL < 14). `case-folding`: LC_CTYPE C folds no case outside ASCII.
 */
export async function describeDatabase(sql: Queryable): Promise<DatabaseDescription> {
  const [row] = await sql<
    {
      name: string;
      version: string;
      number: number;
      login: string;
      role: string;
      roles: number;
      superuser: boolean;
      ctype: string;
    }[]
  >`
    select current_database()::text as name, current_setting('server_version') as version,
      current_setting('server_version_num')::int as number,
      session_user::text as login, current_user::text as role,
      (select count(*)::int from pg_roles where rolname = any(${Object.values(CONSOLE_ROLES)}::text[])
        and pg_has_role(session_user, oid, 'MEMBER')) as roles,
      (select rolsuper from pg_roles where rolname = session_user) as superuser,
      (select datctype::text from pg_database where datname = current_database()) as ctype`;
  if (!row) throw new Error("the server did not describe itself");
  const weaker: WeakerPromise[] = [];
  if (row.roles < Object.keys(CONSOLE_ROLES).length) weaker.push("roles");
  if (row.superuser) weaker.push("superuser");
  if (row.number < 140_000) weaker.push("disconnect");
  if (row.ctype === "C" || row.ctype === "POSIX") weaker.push("case-folding");
  const version = row.version.split(" ")[0] ?? row.version;
  return {
    name: row.name,
    version,
    versionNumber: row.number,
    login: row.login,
    role: row.role,
    weaker,
  };
}
