import "server-only";
import { pools } from "@/lib/db/pools";
import { findLayout } from "./layouts/detect";
import type { ProsodyVersion } from "./version";

/** `certain`: only that version leaves such traces. */
export type VersionEvidence = {
  version: ProsodyVersion;
  certain: boolean;
  by: "unique-index" | "plain-index" | "cron" | "nothing";
};

/**
 * Which Prosody stores here, from what it leaves in the database: 13 makes `prosody_unique_index` and drops
 * `prosody_index` (mod_storage_sql 13.0.1:874), a store `cron` exists since 0.12. Without any trace 0.12, whose
 * reading of periods is the more dangerous.
 */
export async function versionEvidence(): Promise<VersionEvidence> {
  const layout = await findLayout();
  if (!layout?.mapTable) return { version: "0.12", certain: false, by: "nothing" };
  const sql = pools().interactive;
  const [row] = await sql<{ unique: boolean; plain: boolean }[]>`
    select exists (${index("prosody_unique_index")}) as unique,
      exists (${index("prosody_index")}) as plain`;
  if (row?.unique) return { version: "13", certain: true, by: "unique-index" };
  const table = sql.unsafe(layout.mapTable);
  const cron = await sql`select from ${table} where "user" = '' and store = 'cron' limit 1`;
  if (cron.length > 0) return { version: "0.12", certain: true, by: "cron" };
  return { version: "0.12", certain: false, by: row?.plain ? "plain-index" : "nothing" };

  function index(name: string) {
    return sql`select from pg_index i join pg_class c on c.oid = i.indexrelid
      where i.indrelid = to_regclass(${layout?.mapTable ?? ""}) and c.relname = ${name}`;
  }
}
