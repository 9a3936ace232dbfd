import "server-only";
import type { Sql } from "postgres";
import type { Grant } from "@/lib/auth/grant";
import { pools } from "@/lib/db/pools";
import { sqlState } from "@/lib/db/transaction";
import type { SlowQueries, SlowQuery } from "../database-views";

const MOST = 20;
/** Object not in prerequisite state: the library is not loaded. */
const NOT_LOADED = "55000";
const NOT_ALLOWED = "42501";
const LOAD =
  "alter system set shared_preload_libraries = 'pg_stat_statements'; -- then restart the server";

/**
 * The queries on the archive that took most time, where pg_stat_statements is there. It keeps texts with
 * their parameters taken out; what may still stand in quotes never leaves here.
 */
export async function listSlowQueries(_grant: Grant<"storage.read">): Promise<SlowQueries> {
  const { interactive: sql } = pools();
  const [extension] = await sql<{ schema: string }[]>`
    select quote_ident(n.nspname) as schema from pg_extension e
    join pg_namespace n on n.oid = e.extnamespace where e.extname = 'pg_stat_statements'`;
  if (!extension) return { state: "missing", statement: "create extension pg_stat_statements;" };
  try {
    return await read(sql, extension.schema);
  } catch (error) {
    const state = sqlState(error);
    if (state === NOT_LOADED) return { state: "not-loaded", statement: LOAD };
    if (state === NOT_ALLOWED) return { state: "hidden", statement: await grantStatement(sql) };
    throw error;
  }
}

type Row = Omit<SlowQuery, "from" | "hitShare"> & { hit: number; read: number; hidden: boolean };

async function read(sql: Sql, schema: string): Promise<SlowQueries> {
  const view = sql.unsafe(`${schema}.pg_stat_statements`);
  const [total, mean, most] = await timeColumns(sql, schema);
  const rows = await sql<Row[]>`
    select s.queryid::text as id, s.query as text, r.rolname::text as login, s.calls::float8 as calls,
      ${sql.unsafe(total)} as "totalMs", ${sql.unsafe(mean)} as "meanMs", ${sql.unsafe(most)} as "maxMs",
      s.rows::float8 as rows, s.shared_blks_hit::float8 as hit, s.shared_blks_read::float8 as read,
      s.queryid is null as hidden
    from ${view} s left join pg_roles r on r.oid = s.userid
    where s.dbid = (select oid from pg_database where datname = current_database())
      and (s.query ~* 'prosodyarchive|\\mconsole\\.' or s.queryid is null)
      and s.query !~* 'pg_stat_statements|^\\s*(explain|vacuum|analyze|create|drop|alter|copy|fetch|close|set)\\M'
    order by ${sql.unsafe(total)} desc limit ${MOST}`;
  const shown = rows.filter((it) => !it.hidden);
  const statement = rows.length > shown.length ? await grantStatement(sql) : null;
  return {
    state: "ready",
    since: await readSince(sql, schema),
    queries: shown.map(toQuery),
    statement,
  };
}

/** Other logins' queries are shown to members of pg_read_all_stats only. */
async function grantStatement(sql: Sql): Promise<string> {
  const [who] = await sql<{ name: string }[]>`select quote_ident(current_user) as name`;
  return `grant pg_read_all_stats to ${who?.name};`;
}

/** Version 1.8 (PostgreSQL 13) took planning out of total_time; an older version may still be installed. */
async function timeColumns(sql: Sql, schema: string): Promise<[string, string, string]> {
  const [has] = await sql<{ now: boolean }[]>`
    select exists (select from pg_attribute where attname = 'total_exec_time'
      and attrelid = to_regclass(${`${schema}.pg_stat_statements`})) as now`;
  return has?.now
    ? ["s.total_exec_time", "s.mean_exec_time", "s.max_exec_time"]
    : ["s.total_time", "s.mean_time", "s.max_time"];
}

/** PostgreSQL 14 and newer know. */
async function readSince(sql: Sql, schema: string): Promise<number | null> {
  const info = `${schema}.pg_stat_statements_info`;
  const [there] = await sql<{ there: boolean }[]>`select to_regclass(${info}) is not null as there`;
  if (!there?.there) return null;
  const [row] = await sql<{ since: number | null }[]>`
    select extract(epoch from stats_reset)::float8 as since from ${sql.unsafe(info)}`;
  return row?.since ?? null;
}

function toQuery({ hit, read, hidden: _, text, ...rest }: Row): SlowQuery {
  return {
    ...rest,
    text: withoutLiterals(text),
    from: fromOf(rest.login, text),
    hitShare: hit + read > 0 ? hit / (hit + read) : null,
  };
}

/** Strings of every kind; words that somebody searched for with psql are nobody's business here. */
export function withoutLiterals(text: string): string {
  return text
    .replace(/\$([a-z_]*)\$[\s\S]*?\$\1\$/gi, "'…'")
    .replace(/'(?:[^']|'')*('|$)/g, "'…'")
    .replace(/\s+/g, " ")
    .trim();
}

function fromOf(login: string | null, text: string): SlowQuery["from"] {
  if (login?.startsWith("muniment") || /\bconsole\./i.test(text)) return "muniment";
  // mod_storage_sql quotes every column, and names the table so.
  return login === "prosody" || /"prosodyarchive"/i.test(text) ? "prosody" : "other";
}
