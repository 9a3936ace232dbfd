import "server-only";
import { readFileSync } from "node:fs";
import path from "node:path";
import postgres, { type Sql } from "postgres";
import { SETUP_LOCK } from "@/lib/db/locks";
import { projectRoot } from "@/lib/db/project-root";
import { createProsodyTables } from "@/lib/prosody/create-tables";
import type { SetupOptions } from "./setup";

/**
 * The part of set-up that needs a superuser: logins, database and Prosody's two tables, each only where
 * it is missing. Then `rest` runs, still alone: the lock is held on the server's own database.
 */
export async function setUpEmbedded<T>(
  superuserUrl: string,
  { databaseUrl, rolePasswords }: SetupOptions,
  rest: () => Promise<T>,
): Promise<T> {
  const database = new URL(databaseUrl).pathname.slice(1);
  const server = connect(superuserUrl);
  try {
    await server`select pg_advisory_lock(${SETUP_LOCK})`;
    await createLogin(server);
    await createDatabase(server, database);
    await withDatabase(superuserUrl, database, async (sql) => {
      await sql`grant create, usage on schema public to prosody`;
      await createProsodyTables(sql, "prosody");
      await sql.unsafe(readFileSync(path.join(projectRoot(), "scripts", "roles.sql"), "utf8"));
    });
    await setPasswords(server, rolePasswords);
    return await rest();
  } finally {
    await server.end({ timeout: 2 });
  }
}

async function createDatabase(server: Sql, database: string): Promise<void> {
  const found = await server`select from pg_database where datname = ${database}`;
  if (found.length === 0) await server`create database ${server(database)}`;
}

/** Prosody's; ours are made by scripts/roles.sql. */
async function createLogin(server: Sql): Promise<void> {
  const found = await server`select from pg_roles where rolname = 'prosody'`;
  if (found.length === 0) await server`create role prosody login`;
}

async function setPasswords(server: Sql, passwords: SetupOptions["rolePasswords"]): Promise<void> {
  for (const [role, password] of Object.entries(passwords ?? {})) {
    const [quoted] = await server<{ it: string }[]>`select quote_literal(${password}) as it`;
    await server.unsafe(`alter role ${role} password ${quoted?.it}`);
  }
}

async function withDatabase(
  superuserUrl: string,
  database: string,
  work: (sql: Sql) => Promise<void>,
): Promise<void> {
  const url = new URL(superuserUrl);
  url.pathname = `/${database}`;
  const sql = connect(url.href);
  try {
    await work(sql);
  } finally {
    await sql.end({ timeout: 2 });
  }
}

function connect(url: string): Sql {
  return postgres(url, { max: 1, onnotice: () => {} });
}
