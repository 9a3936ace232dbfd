import "server-only";
import type { Sql } from "postgres";

/**
 * Prosody's two tables as Prosody 13 creates them on PostgreSQL (mod_storage_sql 13.0.1:759-796,
 * prosody.md §1), owned by `owner`. For the embedded database alone, and only when neither exists:
 * returns false, and does nothing, when one is there.
 */
export async function createProsodyTables(sql: Sql, owner: string): Promise<boolean> {
  return sql.begin(async (tx) => {
    const [found] = await tx<{ any: boolean }[]>`
      select to_regclass('prosody') is not null or to_regclass('prosodyarchive') is not null as any`;
    if (found?.any) return false;
    await tx`select set_config('role', ${owner}, true)`;
    await tx.unsafe(PROSODY_13);
    return true;
  });
}

const PROSODY_13 = `
  create table prosody (
    host text not null, "user" text not null, store text not null,
    key text not null, type text not null, value text not null);
  create unique index prosody_unique_index on prosody (host, "user", store, key);
  create table prosodyarchive (
    sort_id bigserial primary key,
    host text not null, "user" text not null, store text not null, key text not null,
    "when" integer not null, "with" text not null, type text not null, value text not null);
  create unique index prosodyarchive_index on prosodyarchive (host, "user", store, key);
  create index prosodyarchive_with_when on prosodyarchive (host, "user", store, "with", "when");
  create index prosodyarchive_when on prosodyarchive (host, "user", store, "when");
  create index prosodyarchive_sort on prosodyarchive (host, "user", store, sort_id);
`;
