import "server-only";
import type { Sql } from "postgres";
import { sqlState } from "./transaction";

/**
 * What makes search faster where it may be had: both come with PostgreSQL, and since 13 whoever may create
 * in the database may add them.
 */
const WANTED = ["btree_gin", "pg_trgm"] as const;

/** Not there: feature_not_supported, undefined_file. Not allowed: insufficient_privilege. */
const REFUSALS = ["0A000", "58P01", "42501"];

/**
 * Adds them to our own schema, so that they go with it. Without them search works and is slower;
 * describeDatabase() then names the weaker promise. Tried again with every start.
 */
export async function ensureExtensions(sql: Sql): Promise<void> {
  const [ours] = await sql<{ there: boolean; missing: string[] }[]>`
    select to_regnamespace('console') is not null as there,
      array(select unnest(${[...WANTED]}::text[]) except select extname::text from pg_extension) as missing`;
  if (!ours?.there) return;
  for (const name of ours.missing) {
    try {
      await sql.unsafe(`create extension if not exists ${name} with schema console`);
    } catch (error) {
      if (!REFUSALS.includes(sqlState(error) ?? "")) throw error;
    }
  }
}
