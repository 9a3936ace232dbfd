import "server-only";
import type { PendingQuery, Row, Sql } from "postgres";
import type { RawArchiveRow } from "@/lib/prosody/archive-row";
import { rowColumns } from "@/lib/prosody/archive-rows";
import type { Layout } from "@/lib/prosody/layouts/layout";
import type { Position } from "../cursor";
import { indexId } from "../index-id";

/** What the projection knows of a row; no text in it. */
export type ProjectedRow = {
  rowId: number;
  /** Unix seconds. */
  stamp: number;
  /** Bare JID of the other side; in rooms the proven author, else null. */
  peer: string | null;
  nick: string | null;
  /** 1 occupant-id, 2 muc#user. */
  proof: number | null;
  kind: number;
  stanzaId: string | null;
  originId: string | null;
  targetId: string | null;
};

/** A line with the row it stands for, in one statement: each round trip costs more than its join. */
export type StoredLine = ProjectedRow & RawArchiveRow;

/** Where rows are stored, and how much of each value is wanted. */
export type RowSource = { layout: Layout; maxValueBytes: number };

const COLUMNS = (sql: Sql) => sql`
  m."when" as stamp, m.peer, m.nick, m.proof, m.kind,
  m.stanza_id as "stanzaId", m.origin_id as "originId", m.target_id as "targetId"`;

/** The columns of StoredLine over alias `m`, and what joins the stored row to it. */
export const storedLine = (sql: Sql, { layout, maxValueBytes }: RowSource) => ({
  columns: sql`${COLUMNS(sql)}, ${rowColumns(sql, layout, maxValueBytes)}`,
  join: sql`join ${sql.unsafe(layout.table)} a on ${sql.unsafe(layout.rowId)} = m.sort_id`,
});

/** Ids of `console.owner` as a subquery: looked up before, or by name in the same statement. */
export type OwnerIds = PendingQuery<Row[]>;

export type RowWindow = {
  owners: OwnerIds;
  peer: string | null;
  /** Exclusive; null begins at the end that is asked for. */
  from: Position | null;
  /** Also the row at `from`. */
  inclusive?: boolean;
  limit: number;
};

/** Newest first, from the position backwards. Costs the same at any depth and for owners of any size. */
export function linesBefore(sql: Sql, source: RowSource, window: RowWindow) {
  return walk(sql, source, window, { beyond: sql`<`, order: sql`desc` });
}

/** Oldest first, from the position onwards. */
export function linesAfter(sql: Sql, source: RowSource, window: RowWindow) {
  return walk(sql, source, window, { beyond: sql`>`, order: sql`asc` });
}

type Way = { beyond: PendingQuery<Row[]>; order: PendingQuery<Row[]> };

/**
 * First the places alone, which the index holds in this order, then their lines. Asked for whole lines at
 * once, the planner takes every owner for a small one and sorts all of a large one's rows (28 ms at 35,000).
 */
function walk(
  sql: Sql,
  source: RowSource,
  { owners, peer, from, inclusive, limit }: RowWindow,
  { beyond, order }: Way,
) {
  const { columns, join } = storedLine(sql, source);
  const edge = from
    ? sql`and (n."when", n.sort_id) ${beyond}${inclusive ? sql`=` : sql``} (${from.stamp}::int, ${from.rowId}::bigint)`
    : sql``;
  return sql<StoredLine[]>`
    select ${columns} from (
      select q.* from (${owners}) as o(id) cross join lateral (
        select n."when", n.sort_id from console.message n
        where n.owner_id = o.id ${peer === null ? sql`` : sql`and n.peer = ${indexId(peer)}`} ${edge}
        order by n."when" ${order}, n.sort_id ${order} limit ${limit}
      ) q order by q."when" ${order}, q.sort_id ${order} limit ${limit}
    ) p join console.message m on m.sort_id = p.sort_id ${join}
    order by p."when" ${order}, p.sort_id ${order}`;
}

/** By primary key, only rows of the given owners: an id from elsewhere is as if it did not exist. */
export function linesById(sql: Sql, source: RowSource, ids: number[], rowIds: number[]) {
  const { columns, join } = storedLine(sql, source);
  return sql<StoredLine[]>`
    select ${columns} from console.message m ${join}
    where m.sort_id = any(${rowIds}::bigint[]) and m.owner_id = any(${ids}::int[])`;
}

/**
 * The line of the row `f.sort_id` unless it is a known one, to be joined laterally; the limit keeps it an
 * index lookup of each.
 */
export function lineOf(sql: Sql, source: RowSource, ids: number[], known: number[]) {
  const { columns, join } = storedLine(sql, source);
  return sql`
    select ${columns} from console.message m ${join}
    where m.sort_id = f.sort_id and m.owner_id = any(${ids}::int[])
      and m.sort_id <> all(${known}::bigint[]) limit 1`;
}

/** Where one row of the given owners stands; undefined for an id from elsewhere. */
export async function findPosition(
  sql: Sql,
  owners: OwnerIds,
  rowId: number,
): Promise<Position | undefined> {
  const [row] = await sql<Position[]>`
    select m.sort_id::float8 as "rowId", m."when" as stamp from console.message m
    where m.sort_id = ${rowId}::bigint and m.owner_id in (${owners})`;
  return row;
}

/** The line of one row and whose it is; undefined when the projection does not know the id. */
export async function findProjectedRow(
  sql: Sql,
  rowId: number,
): Promise<(ProjectedRow & { ownerId: number }) | undefined> {
  const [row] = await sql<(ProjectedRow & { ownerId: number })[]>`
    select m.sort_id::float8 as "rowId", ${COLUMNS(sql)}, m.owner_id as "ownerId"
    from console.message m where m.sort_id = ${rowId}::bigint`;
  return row;
}
