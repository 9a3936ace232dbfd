import "server-only";
import type { Sql } from "postgres";
import type { Bloat } from "../database-views";

/** Header and pointer of a row, header of a page, and what a page keeps free on average. */
const ROW_BYTES = 24 + 4;
const PAGE_BYTES = 8192;
const USABLE = PAGE_BYTES - 24;

/**
 * What the rows of a table would need if they lay close together, against what it has: an estimate from the
 * average widths that ANALYZE found. null before the first ANALYZE, and for a partitioned table.
 */
export async function estimateBloat(sql: Sql, table: string): Promise<Bloat | null> {
  const [row] = await sql<{ bytes: number; rows: number; width: number | null; fill: number }[]>`
    select pg_relation_size(c.oid)::float8 as bytes,
      (case when s.n_live_tup > 0 then s.n_live_tup else greatest(c.reltuples, 0) end)::float8 as rows,
      (select sum(ceil(w.avg_width * (1 - w.null_frac))) from pg_stats w
        where w.schemaname = n.nspname and w.tablename = c.relname and not w.inherited)::float8 as width,
      coalesce((select option_value::int from pg_options_to_table(c.reloptions)
        where option_name = 'fillfactor'), 100)::int as fill
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    left join pg_stat_all_tables s on s.relid = c.oid
    where c.oid = to_regclass(${table}) and c.relkind = 'r'`;
  if (!row?.width || row.rows < 1 || row.bytes === 0) return null;
  const entry = ROW_BYTES + Math.ceil(row.width / 8) * 8;
  const onPage = Math.max(1, Math.floor((USABLE * row.fill) / 100 / entry));
  const needed = Math.ceil(row.rows / onPage) * PAGE_BYTES;
  const bytes = Math.max(0, row.bytes - needed);
  return { bytes, share: bytes / row.bytes, estimated: true };
}
