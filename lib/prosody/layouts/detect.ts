import "server-only";
import { databaseUrl, pools } from "@/lib/db/pools";
import { everyProcess } from "@/lib/db/singleton";
import type { Queryable } from "@/lib/db/transaction";
import { refusal } from "@/lib/refusal";
import type { Layout } from "./layout";
import { prosodyLayout } from "./prosody";
import { referenceLayout } from "./reference";

const PROSODY_COLUMNS = [
  "sort_id",
  "host",
  "user",
  "store",
  "key",
  "when",
  "with",
  "type",
  "value",
];
const REFERENCE_COLUMNS = ["host", "user", "store", "key", "type", "value", "when_col"];

/** Looks at the table the search path leads to; null when there is none, or none that we know and may read. */
export async function detectLayout(sql: Queryable): Promise<Layout | null> {
  const tables = await sql<{ name: string; full: string; columns: string }[]>`
    select c.relname::text as name, format('%I.%I', n.nspname, c.relname) as full,
      (select string_agg(attname::text, ',') from pg_attribute
        where attrelid = c.oid and attnum > 0 and not attisdropped) as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.oid in (to_regclass('prosodyarchive'), to_regclass('prosody'))
      and has_table_privilege(c.oid, 'select')`;
  const archive = tables.find((it) => it.name === "prosodyarchive");
  const map = tables.find((it) => it.name === "prosody")?.full ?? null;
  if (!archive) return null;
  const has = (columns: string[]) => {
    const there = archive.columns.split(",");
    return columns.every((it) => there.includes(it));
  };
  if (has(PROSODY_COLUMNS)) return prosodyLayout(archive.full, map);
  if (has(REFERENCE_COLUMNS)) return referenceLayout(archive.full, map);
  return null;
}

const known = everyProcess("layouts", () => new Map<string, Layout>());

/**
 * The layout of the configured database; found once per process, a missing table is looked for again.
 * Throws ConsoleError("unavailable") when there is no archive table that we know.
 */
export async function layout(): Promise<Layout> {
  const found = await findLayout();
  if (found) return found;
  throw refusal("unavailable", "archive-missing");
}

export async function findLayout(): Promise<Layout | null> {
  const url = databaseUrl();
  const before = known.get(url);
  if (before) return before;
  const found = await detectLayout(pools().interactive);
  if (found) known.set(url, found);
  return found;
}
