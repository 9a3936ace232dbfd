import "server-only";
import { readFileSync } from "node:fs";
import path from "node:path";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as applyMigrations } from "drizzle-orm/postgres-js/migrator";
import type { Sql } from "postgres";
import { refusal } from "@/lib/refusal";
import { ensureExtensions } from "./extensions";
import { applyGrants } from "./grants";
import { withMaintenance } from "./maintenance";
import { projectRoot } from "./project-root";
import { sqlState } from "./transaction";

export const MIGRATIONS_SCHEMA = "console_migrations";

/** Any number, but the same in every version: two versions that start at once must wait for each other. */
const MIGRATION_LOCK = 7_282_001;

/**
 * Brings schema `console` up to date, with the extensions of search, and sets the grants of our roles. Several processes may call it at
 * once: one works, the others wait. Touches nothing of Prosody's.
 */
export async function migrate(databaseUrl: string): Promise<void> {
  await withMaintenance(databaseUrl, async (sql) => {
    await sql`select set_config('lock_timeout', '0', false)`;
    await sql`select pg_advisory_lock(${MIGRATION_LOCK})`;
    try {
      const folder = path.join(projectRoot(), "drizzle");
      if (!(await isCurrent(sql, folder))) {
        await sql`select set_config('lock_timeout', '10s', false)`;
        await applyMigrations(drizzle(sql), {
          migrationsFolder: folder,
          migrationsSchema: MIGRATIONS_SCHEMA,
        }).catch((error) => refuse(sql, error));
      }
      await ensureExtensions(sql);
      await applyGrants(sql);
    } finally {
      await sql`select pg_advisory_unlock(${MIGRATION_LOCK})`;
    }
  });
}

const INSUFFICIENT_PRIVILEGE = "42501";

/** Drizzle's own message is the statement; PostgreSQL's reason is its cause. */
async function refuse(sql: Sql, error: unknown): Promise<never> {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  if (sqlState(cause) !== INSUFFICIENT_PRIVILEGE) throw cause;
  const [who] = await sql<{ name: string; database: string }[]>`
    select current_user::text as name, current_database()::text as database`;
  throw refusal("forbidden", "schema-not-permitted", {
    cause,
    words: `The role ${who?.name} may not make the schema console in the database ${who?.database}. Run scripts/roles.sql there as a superuser, or: GRANT CREATE ON DATABASE ${who?.database} TO ${who?.name}`,
  });
}

/** The migrator wants CREATE on the database even when nothing is to be done; a plain start should not. */
async function isCurrent(sql: Sql, folder: string): Promise<boolean> {
  const journal = JSON.parse(readFileSync(path.join(folder, "meta", "_journal.json"), "utf8")) as {
    entries: { when: number }[];
  };
  const newest = Math.max(...journal.entries.map((entry) => entry.when));
  const [table] = await sql<{ there: boolean }[]>`
    select to_regclass(${`${MIGRATIONS_SCHEMA}.__drizzle_migrations`}) is not null as there`;
  if (!table?.there) return false;
  const [applied] = await sql<{ newest: string | null }[]>`
    select max(created_at) as newest from ${sql(MIGRATIONS_SCHEMA)}.__drizzle_migrations`;
  return Number(applied?.newest ?? 0) >= newest;
}
