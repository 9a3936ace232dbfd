import "server-only";
import type { Queryable } from "@/lib/db/transaction";

/** An index as the catalogue has it. */
export type IndexFact = {
  oid: number;
  /** Schema of index and table. */
  schema: string;
  name: string;
  /** Name of the table, without schema. */
  table: string;
  method: string;
  /** Plain names; an expression as PostgreSQL words it. */
  columns: string[];
  /** Only columns in ascending order with the table's own collations, no predicate, nothing included. */
  plain: boolean;
  unique: boolean;
  /** Behind a primary key, a unique or an exclusion constraint. */
  constraint: boolean;
  valid: boolean;
  /** Not valid, and somebody works on the table as CREATE INDEX CONCURRENTLY does: progress is not everybody's to see. */
  building: boolean;
  partitioned: boolean;
  bytes: number;
  rows: number;
  /** Average width of an entry's columns in bytes; null where nothing is known of them. */
  width: number | null;
  scans: number;
  definition: string;
};

/** Every index of these tables (oids or quoted names). Reads the catalogue and the counters only. */
export async function readIndexFacts(sql: Queryable, tables: string[]): Promise<IndexFact[]> {
  if (tables.length === 0) return [];
  const rows = await sql<IndexFact[]>`
    select c.oid::int as oid, n.nspname::text as schema, c.relname::text as name, t.relname::text as table,
      am.amname::text as method, i.indisunique as unique,
      exists (select from pg_constraint k where k.conindid = c.oid and k.contype in ('p', 'u', 'x')) as constraint,
      i.indisvalid and i.indisready as valid,
      not i.indisvalid and exists (select from pg_locks l
        where l.relation = t.oid and l.mode = 'ShareUpdateExclusiveLock' and l.granted
          and l.database = (select oid from pg_database where datname = current_database())) as building,
      c.relkind = 'I' as partitioned,
      ${treeSize(sql)}::float8 as bytes,
      greatest(t.reltuples, 0)::float8 as rows, coalesce(s.idx_scan, 0)::float8 as scans,
      pg_get_indexdef(c.oid) as definition,
      i.indpred is null and i.indexprs is null and i.indnkeyatts = i.indnatts
        and not exists (select from unnest(i.indoption::int2[]) o where o <> 0)
        and not exists (select from unnest(i.indclass::oid[]) o join pg_opclass p on p.oid = o where not p.opcdefault)
        and not exists (
          select from unnest(i.indkey::int2[], i.indcollation::oid[]) k(attnum, coll)
          join pg_attribute a on a.attrelid = t.oid and a.attnum = k.attnum
          where a.attcollation <> k.coll) as plain,
      array(select coalesce(a.attname::text, pg_get_indexdef(c.oid, k.ordinality::int, true))
        from unnest(i.indkey::int2[]) with ordinality k(attnum, ordinality)
        left join pg_attribute a on a.attrelid = t.oid and a.attnum = k.attnum and k.attnum > 0
        order by k.ordinality) as columns,
      (select case when count(*) = count(w.avg_width) then sum(w.avg_width) end
        from unnest(i.indkey::int2[]) k(attnum)
        left join pg_attribute a on a.attrelid = t.oid and a.attnum = k.attnum and k.attnum > 0
        left join pg_stats w on w.schemaname = n.nspname and w.tablename = t.relname
          and w.attname = a.attname and not w.inherited)::float8 as width
    from pg_index i
    join pg_class c on c.oid = i.indexrelid join pg_class t on t.oid = i.indrelid
    join pg_namespace n on n.oid = t.relnamespace join pg_am am on am.oid = c.relam
    left join pg_stat_all_indexes s on s.indexrelid = c.oid
    where i.indrelid = any(${tables}::text[]::regclass[])
    order by t.relname, i.indisprimary desc, c.relname`;
  return [...rows];
}

/** With the partitions of a partitioned index, which has no size of its own. */
function treeSize(sql: Queryable) {
  return sql`(with recursive tree as (
      select c.oid as id union all
      select inhrelid from pg_inherits join tree on inhparent = tree.id)
    select sum(pg_relation_size(id)) from tree)`;
}
