import "server-only";
import type { Sql } from "postgres";
import type { Layout } from "@/lib/prosody/layouts/layout";
import { MAP_INDEX } from "@/lib/storage/advice/expected";
import type { MapFacts } from "../checks/prosody";

/** Counted on the way to a page up to here: a few ten milliseconds. */
const MOST_ROWS = 20_000;
/** What a row of this table takes at least, for one that PostgreSQL never looked at. */
const LEAST_BYTES = 100;

/** Whether Prosody's table `prosody` has what it needs; null: there is none. The unique index rules duplicates out. */
export async function readMap(sql: Sql, { mapTable: table }: Layout): Promise<MapFacts | null> {
  if (table === null) return null;
  const [row] = await sql<{ unique: boolean; plain: boolean; rows: number }[]>`
    select exists (${indexNamed(sql, table, MAP_INDEX.unique)}) as unique,
      exists (${indexNamed(sql, table, MAP_INDEX.old)}) as plain,
      (case when c.reltuples > 0 then c.reltuples
        else pg_relation_size(c.oid) / ${LEAST_BYTES}::int end)::float8 as rows
    from pg_class c where c.oid = to_regclass(${table})`;
  if (!row) return null;
  const { unique, plain, rows } = row;
  if (unique) return { table, unique, plain, duplicates: 0 };
  const duplicates = rows > MOST_ROWS ? null : await countDuplicates(sql, table);
  return { table, unique, plain, duplicates };
}

function indexNamed(sql: Sql, table: string, name: string) {
  return sql`select from pg_index i join pg_class x on x.oid = i.indexrelid
    where i.indrelid = to_regclass(${table}) and x.relname = ${name} and i.indisvalid`;
}

async function countDuplicates(sql: Sql, table: string): Promise<number> {
  const [row] = await sql<{ groups: number }[]>`
    select count(*)::int as groups from (
      select from ${sql.unsafe(table)} p group by p.host, p."user", p.store, p.key
      having count(*) > 1) twice`;
  return row?.groups ?? 0;
}
