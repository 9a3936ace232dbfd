import "server-only";
import { CONSOLE_ROLES } from "./roles";
import type { Queryable } from "./transaction";

/** A promise of ours that this server or this login cannot keep in full. */
export type WeakerPromise =
  | "roles"
  | "superuser"
  | "disconnect"
  | "public-schema"
  | "case-folding"
  | "search-scope"
  | "search-substring";

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

type Row = {
  name: string;
  version: string;
  number: number;
  login: string;
  role: string;
  roles: number;
  superuser: boolean;
  shared: boolean;
  ctype: string;
  scope: boolean;
  substring: boolean;
};

/**
 * The server as it is. `roles`: our roles are missing or not granted, so the web process could write
 * what it should only read. `superuser`: so could everybody. `disconnect`: a query of a killed web
 * process is not noticed (PostgreSQL < 14). `public-schema`: whoever signs in may create objects beside
 * Prosody's tables (the default before PostgreSQL 15). `case-folding`: LC_CTYPE C folds no case outside ASCII.
 * `search-scope`: without btree_gin the index of words knows neither archives nor months, so a search in one
 * of them is slower. `search-substring`: without pg_trgm pieces of words are found in one archive at a time.
 */
export async function describeDatabase(sql: Queryable): Promise<DatabaseDescription> {
  const [row] = await sql<Row[]>`
    select current_database()::text as name, current_setting('server_version') as version,
      current_setting('server_version_num')::int as number,
      session_user::text as login, current_user::text as role,
      (select count(*)::int from pg_roles where rolname = any(${Object.values(CONSOLE_ROLES)}::text[])
        and pg_has_role(session_user, oid, 'MEMBER')) as roles,
      (select rolsuper from pg_roles where rolname = session_user) as superuser,
      exists (select from pg_namespace, aclexplode(nspacl) a where nspname = 'public'
        and a.grantee = 0 and a.privilege_type = 'CREATE') as shared,
      (select datctype::text from pg_database where datname = current_database()) as ctype,
      exists (select from pg_extension where extname = 'btree_gin') as scope,
      exists (select from pg_extension where extname = 'pg_trgm') as substring`;
  if (!row) throw new Error("the server did not describe itself");
  const version = row.version.split(" ")[0] ?? row.version;
  return {
    name: row.name,
    version,
    versionNumber: row.number,
    login: row.login,
    role: row.role,
    weaker: weakerPromises(row),
  };
}

function weakerPromises(row: Row): WeakerPromise[] {
  const weaker: WeakerPromise[] = [];
  if (row.roles < Object.keys(CONSOLE_ROLES).length) weaker.push("roles");
  if (row.superuser) weaker.push("superuser");
  if (row.number < 140_000) weaker.push("disconnect");
  if (row.shared) weaker.push("public-schema");
  if (row.ctype === "C" || row.ctype === "POSIX") weaker.push("case-folding");
  if (!row.scope) weaker.push("search-scope");
  if (!row.substring) weaker.push("search-substring");
  return weaker;
}
