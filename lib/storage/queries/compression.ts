import "server-only";
import type { Sql } from "postgres";
import type { Layout } from "@/lib/prosody/layouts/layout";
import type { Compression } from "../database-views";

/** Blocks looked at, evenly over the table; and no more rows than this. */
const SAMPLE_BLOCKS = 64;
const MOST_ROWS = 4_000;
/** PostgreSQL 14 has compression methods and tells which was used. */
const HAS_METHODS = 140_000;

type Row = {
  sampled: number;
  compressed: number;
  plain: number;
  stored: number;
  method: string | null;
};

/**
 * What `value` takes as text and as it is stored. TOAST compresses a row only when it is longer than its
 * target (2 kB), so an ordinary message never is; no setting of Prosody's reaches into that
 * (PROSODY_ARCHIVE_COMPRESSION exists in no version: prosody.md §0.16, §0.21). null for an empty table.
 */
export async function measureCompression(sql: Sql, layout: Layout): Promise<Compression | null> {
  const [table] = await sql<{ pages: number; version: number; target: number; fallback: string }[]>`
    select (pg_relation_size(c.oid) / 8192)::float8 as pages,
      current_setting('server_version_num')::int as version,
      coalesce((select option_value::int from pg_options_to_table(c.reloptions)
        where option_name = 'toast_tuple_target'), 2032)::int as target,
      coalesce(current_setting('default_toast_compression', true), 'pglz') as fallback
    from pg_class c where c.oid = to_regclass(${layout.table})`;
  if (!table) return null;
  const percent = Math.min(100, (100 * SAMPLE_BLOCKS) / Math.max(1, table.pages));
  const method =
    table.version >= HAS_METHODS
      ? sql`pg_column_compression(value)`
      : sql`case when pg_column_size(value) < octet_length(value) then 'pglz' end`;
  const [row] = await sql<Row[]>`
    select count(*)::float8 as sampled, count(method)::float8 as compressed,
      coalesce(sum(plain), 0)::float8 as plain, coalesce(sum(stored), 0)::float8 as stored,
      string_agg(distinct method, ', ') as method
    from (select octet_length(value) as plain, pg_column_size(value) as stored, ${method} as method
      from ${sql.unsafe(layout.table)} tablesample system (${percent})
      where value is not null limit ${MOST_ROWS}) sample`;
  if (!row?.sampled) return null;
  return {
    sampled: row.sampled,
    compressed: row.compressed,
    plainBytes: row.plain,
    storedBytes: row.stored,
    method: row.method ?? table.fallback,
    thresholdBytes: table.target,
  };
}
