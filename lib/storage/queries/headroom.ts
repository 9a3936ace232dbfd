import "server-only";
import type { Sql } from "postgres";
import type { Layout } from "@/lib/prosody/layouts/layout";
import type { Health } from "../database-views";

type Headroom = Pick<Health, "sortIdHeadroom" | "whenHeadroom" | "transactionAge">;

/** The last numbers that the types of these columns hold. */
const LAST: Record<string, number> = { int2: 32_767, int4: 2_147_483_647, int8: 2 ** 63 };

/** How far the numbers are from their ends: of rows, of seconds, of transactions. */
export async function readHeadroom(sql: Sql, layout: Layout): Promise<Headroom> {
  const [age, types, sortIdHeadroom, last] = await Promise.all([
    readAge(sql, layout),
    readTypes(sql, layout),
    layout.name === "prosody" ? readSortId(sql, layout) : null,
    readLast(sql, layout),
  ]);
  const whenColumn = layout.when.replace(/^a\./, "").replaceAll('"', "");
  return {
    sortIdHeadroom:
      sortIdHeadroom === null
        ? null
        : { used: sortIdHeadroom, max: LAST[types.sort_id ?? ""] ?? 2 ** 63 },
    whenHeadroom: { last, until: LAST[types[whenColumn] ?? ""] ?? null },
    transactionAge: age,
  };
}

async function readTypes(sql: Sql, { table }: Layout): Promise<Record<string, string>> {
  const rows = await sql<{ name: string; type: string }[]>`
    select a.attname::text as name, t.typname::text as type
    from pg_attribute a join pg_type t on t.oid = a.atttypid
    where a.attrelid = to_regclass(${table}) and a.attnum > 0 and not a.attisdropped`;
  return Object.fromEntries(rows.map((it) => [it.name, it.type]));
}

/** The sequence itself is not everybody's to read; its highest row is, by the primary key. */
async function readSortId(sql: Sql, { table }: Layout): Promise<number> {
  const [row] = await sql<{ used: number }[]>`
    select coalesce(max(sort_id), 0)::float8 as used from ${sql.unsafe(table)}`;
  return row?.used ?? 0;
}

/** From the owners, who are counted; the archive itself would be scanned where our index is not there. */
async function readLast(sql: Sql, { table, when }: Layout): Promise<number | null> {
  const [row] = await sql<{ last: number | null; indexed: boolean }[]>`
    select (select max(last)::float8 from console.owner where messages) as last,
      exists (select from pg_index i join pg_class c on c.oid = i.indexrelid
        where i.indrelid = to_regclass(${table}) and i.indisvalid
          and c.relname = 'prosodyarchive_muniment_time') as indexed`;
  if (!row?.indexed) return row?.last ?? null;
  const [newest] = await sql<{ last: number | null }[]>`
    select max(${sql.unsafe(when)})::float8 as last from ${sql.unsafe(table)} a`;
  return newest?.last ?? null;
}

/** The oldest of the archive and its TOAST; a table may have a limit of its own. */
async function readAge(sql: Sql, { table }: Layout): Promise<Headroom["transactionAge"]> {
  const [row] = await sql<{ age: number; max: number }[]>`
    with recursive part as (
      select to_regclass(${table})::oid as id
      union all select inhrelid from part join pg_inherits on inhparent = id
    )
    select coalesce(max(greatest(
        case when c.relfrozenxid <> '0' then age(c.relfrozenxid) end, age(t.relfrozenxid))), 0)::float8 as age,
      least(current_setting('autovacuum_freeze_max_age')::float8, min(coalesce((
        select option_value::float8 from pg_options_to_table(c.reloptions)
        where option_name = 'autovacuum_freeze_max_age'), 2000000000))) as max
    from part join pg_class c on c.oid = part.id left join pg_class t on t.oid = c.reltoastrelid`;
  return { age: row?.age ?? 0, freezeMax: row?.max ?? 200_000_000 };
}
