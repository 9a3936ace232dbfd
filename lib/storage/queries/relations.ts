import "server-only";
import type { Sql } from "postgres";
import type { Layout } from "@/lib/prosody/layouts/layout";
import type { Relation, TableCare } from "../database-views";
import { relationOf } from "./indexes";

/** Tables (schema-qualified) with their TOAST and indexes, partitions with the table they belong to. */
export async function readRelations(
  sql: Sql,
  layout: Layout,
  tables: string[],
): Promise<Relation[]> {
  const rows = await sql<Omit<Relation, "of">[]>`
    with recursive part as (
      select name, to_regclass(name)::oid as id from unnest(${tables}::text[]) name
      union all
      select name, inhrelid from part join pg_inherits on inhparent = id
    ), relation as (
      select name, id, 'table' as kind from part
      union all
      select name, c.reltoastrelid, 'toast' from part join pg_class c on c.oid = id where c.reltoastrelid <> 0
      union all
      select name, indexrelid, 'index' from part join pg_index on indrelid = id
    )
    select format('%I.%I', n.nspname, c.relname) as name, kind, r.name as table,
      (case when kind = 'toast' then pg_total_relation_size(c.oid)
        when kind = 'table' then pg_table_size(c.oid) - coalesce(pg_total_relation_size(nullif(c.reltoastrelid, 0)), 0)
        else pg_table_size(c.oid) end)::float8 as bytes,
      case when kind <> 'toast' and c.reltuples >= 0 then c.reltuples::float8 end as rows
    from relation r join pg_class c on c.oid = r.id join pg_namespace n on n.oid = c.relnamespace
    order by r.name, kind desc, bytes desc, c.relname`;
  return rows.map((it) => ({ ...it, of: relationOf(layout, it.table) }));
}

/** How each table was cared for, partitions added up. */
export async function readCare(sql: Sql, layout: Layout, tables: string[]): Promise<TableCare[]> {
  const rows = await sql<Omit<TableCare, "of" | "mine">[]>`
    with recursive part as (
      select name, to_regclass(name)::oid as id, to_regclass(name)::oid as top
      from unnest(${tables}::text[]) name
      union all
      select name, inhrelid, top from part join pg_inherits on inhparent = id
    )
    select p.name as table, pg_get_userbyid(c.relowner)::text as owner,
      coalesce(sum(s.n_live_tup), 0)::float8 as "liveRows", coalesce(sum(s.n_dead_tup), 0)::float8 as "deadRows",
      coalesce(sum(s.n_mod_since_analyze), 0)::float8 as "changedRows",
      extract(epoch from max(greatest(s.last_vacuum, s.last_autovacuum)))::float8 as "lastVacuum",
      extract(epoch from max(greatest(s.last_analyze, s.last_autoanalyze)))::float8 as "lastAnalyze"
    from part p join pg_class c on c.oid = p.top left join pg_stat_all_tables s on s.relid = p.id
    group by p.name, c.relowner order by p.name`;
  const mine = await maintained(sql, tables);
  return rows.map((it) => ({
    ...it,
    of: relationOf(layout, it.table),
    mine: mine.has(it.table),
  }));
}

/**
 * Tables our maintenance may care for. Jobs act as muniment_migrate, of which the login is a member; without
 * our roles as the login itself.
 */
async function maintained(sql: Sql, tables: string[]): Promise<Set<string>> {
  const rows = await sql<{ name: string }[]>`
    select name from unnest(${tables}::text[]) name join pg_class c on c.oid = to_regclass(name),
      (select coalesce((select oid from pg_roles where rolname = 'muniment_migrate'
        and pg_has_role(session_user, oid, 'member')), session_user::regrole::oid) as id) actor
    where pg_has_role(actor.id, c.relowner, 'usage')`;
  return new Set(rows.map((it) => it.name));
}
