import "server-only";
import postgres, { type Sql } from "postgres";
import { CONSOLE_ROLES, type ConsoleRole } from "./roles";
import { everyProcess } from "./singleton";

/** What a server lets us ask for; found once per database address, before the first real connection. */
export type ServerAbilities = {
  /** Names in pg_settings: a start packet with an unknown one would be refused. */
  settings: ReadonlySet<string>;
  /** Our roles that exist and that the login may take. */
  roles: ReadonlySet<ConsoleRole>;
  arrays: ArrayTypes;
};

/**
 * How postgres.js reads and writes arrays, as it found out on the first connection. It would ask anew on
 * each one, and nobody catches what goes wrong there.
 */
export type ArrayTypes = {
  parsers: Record<number, (value: never) => unknown>;
  serializers: Record<number, (value: never) => unknown>;
  typeArrayMap: Record<number, number>;
};

const WANTED_SETTINGS = ["plan_cache_mode", "jit", "client_connection_check_interval"];

const known = everyProcess("abilities", () => new Map<string, Promise<ServerAbilities>>());

/** Throws what the connection throws; a failure is not remembered. */
export function discover(databaseUrl: string): Promise<ServerAbilities> {
  const found = known.get(databaseUrl) ?? ask(databaseUrl);
  known.set(databaseUrl, found);
  found.catch(() => known.delete(databaseUrl));
  return found;
}

/** After set-up created roles, or between tests. */
export function forgetAbilities(): void {
  known.clear();
}

async function ask(databaseUrl: string): Promise<ServerAbilities> {
  const sql = postgres(databaseUrl, {
    max: 1,
    connect_timeout: 10,
    onnotice: () => {},
  });
  try {
    const [row] = await sql<{ settings: string | null; roles: string | null }[]>`
      select
        (select string_agg(name, ',') from pg_settings
          where name = any(string_to_array(${WANTED_SETTINGS.join(",")}, ','))) as settings,
        (select string_agg(rolname::text, ',') from pg_roles
          where rolname = any(string_to_array(${Object.values(CONSOLE_ROLES).join(",")}, ','))
            and pg_has_role(session_user, oid, 'MEMBER')) as roles`;
    return {
      settings: new Set(row?.settings?.split(",") ?? []),
      // Safe: the query asks for these names only.
      roles: new Set((row?.roles?.split(",") ?? []) as ConsoleRole[]),
      arrays: arrayTypes(sql),
    };
  } finally {
    await sql.end({ timeout: 2 });
  }
}

function arrayTypes(sql: Sql): ArrayTypes {
  // `shared` is missing in the types of postgres.js 3.4 (index.js, parseOptions).
  const options = sql.options as unknown as ArrayTypes & { shared: ArrayTypes };
  const { parsers, serializers, shared } = options;
  return { parsers, serializers, typeArrayMap: shared.typeArrayMap };
}
