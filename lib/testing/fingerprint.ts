import type { Sql } from "postgres";

const TABLES = ["prosody", "prosodyarchive"];

/**
 * Everything the catalogue says about Prosody's two tables: columns, defaults, constraints, indexes,
 * triggers, rules, policies, statistics, comments, grants, owner, options, sequences. Equal before and
 * after means that Prosody's schema is untouched.
 */
export async function catalogueFingerprint(sql: Sql): Promise<Record<string, unknown>> {
  const relations = await sql`
    select c.oid::regclass::text as name, c.relkind::text as kind, r.rolname::text as owner,
      c.relacl::text as grants, c.reloptions::text as options, c.relpersistence::text as persistence,
      c.relrowsecurity, c.relreplident::text as identity, c.reltablespace::int as tablespace,
      obj_description(c.oid) as comment
    from pg_class c join pg_roles r on r.oid = c.relowner
    where c.relnamespace = 'public'::regnamespace order by 1`;
  const columns = await sql`
    select a.attrelid::regclass::text as relation, a.attnum, a.attname::text as name,
      format_type(a.atttypid, a.atttypmod) as type, a.attnotnull, a.attidentity::text as identity,
      a.attstorage::text as storage, coalesce(a.attstattarget, -1)::int as statistics,
      a.attacl::text as grants, a.attoptions::text as options, a.attisdropped,
      pg_get_expr(d.adbin, d.adrelid) as default, col_description(a.attrelid, a.attnum) as comment
    from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    where a.attrelid::regclass::text = any(${TABLES}::text[]) and a.attnum > 0 order by 1, 2`;
  const constraints = await sql`
    select conrelid::regclass::text as relation, conname::text as name,
      pg_get_constraintdef(oid) as definition
    from pg_constraint where conrelid::regclass::text = any(${TABLES}::text[]) order by 1, 2`;
  const indexes = await sql`
    select pg_get_indexdef(indexrelid) as definition, indisvalid, indisready, indisclustered
    from pg_index where indrelid::regclass::text = any(${TABLES}::text[]) order by 1`;
  const triggers = await sql`
    select pg_get_triggerdef(oid) as definition, tgenabled::text as enabled
    from pg_trigger where tgrelid::regclass::text = any(${TABLES}::text[]) order by 1`;
  const others = await sql`
    select (select count(*)::int from pg_rules where tablename = any(${TABLES}::text[])) as rules,
      (select count(*)::int from pg_policies where tablename = any(${TABLES}::text[])) as policies,
      (select count(*)::int from pg_statistic_ext) as statistics,
      (select count(*)::int from pg_event_trigger) as event_triggers,
      (select count(*)::int from pg_publication) as publications,
      (select count(*)::int from pg_proc where pronamespace = 'public'::regnamespace) as functions,
      (select nspacl::text from pg_namespace where nspname = 'public') as schema_grants`;
  return { relations, columns, constraints, indexes, triggers, others };
}
