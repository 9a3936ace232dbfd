import "server-only";
import type { PendingQuery, Row, Sql } from "postgres";
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

const COLUMNS = (sql: Sql) => sql`
  m.sort_id::float8 as "rowId", m."when" as stamp, m.peer, m.nick, m.proof, m.kind,
  m.stanza_id as "stanzaId", m.origin_id as "originId", m.target_id as "targetId"`;

export type RowWindow = {
  ids: number[];
  peer: string | null;
  /** Exclusive; null begins at the end that is asked for. */
  from: Position | null;
  /** Also the row at `from`. */
  inclusive?: boolean;
  limit: number;
};

/** Newest first, from the position backwards. Costs the same at any depth and for owners of any size. */
export function rowsBefore(sql: Sql, window: RowWindow) {
  return walk(sql, window, { beyond: sql`<`, order: sql`desc` });
}

/** Oldest first, from the position onwards. */
export function rowsAfter(sql: Sql, window: RowWindow) {
  return walk(sql, window, { beyond: sql`>`, order: sql`asc` });
}

type Way = { beyond: PendingQuery<Row[]>; order: PendingQuery<Row[]> };

/**
 * First the places alone, which the index holds in this order, then their lines. Asked for whole lines at
 * once, the planner takes every owner for a small one and sorts all of a large one's rows (28 ms at 35,000).
 */
function walk(sql: Sql, { ids, peer, from, inclusive, limit }: RowWindow, { beyond, order }: Way) {
  const edge = from
    ? sql`and (n."when", n.sort_id) ${beyond}${inclusive ? sql`=` : sql``} (${from.stamp}::int, ${from.rowId}::bigint)`
    : sql``;
  return sql<ProjectedRow[]>`
    select ${COLUMNS(sql)} from (
      select q.* from unnest(${ids}::int[]) as o(id) cross join lateral (
        select n."when", n.sort_id from console.message n
        where n.owner_id = o.id ${peer === null ? sql`` : sql`and n.peer = ${indexId(peer)}`} ${edge}
        order by n."when" ${order}, n.sort_id ${order} limit ${limit}
      ) q order by q."when" ${order}, q.sort_id ${order} limit ${limit}
    ) p join console.message m on m.sort_id = p.sort_id
    order by p."when" ${order}, p.sort_id ${order}`;
}

/** By primary key, only rows of the given owners: an id from elsewhere is as if it did not exist. */
export function rowsById(sql: Sql, ids: number[], rowIds: number[]) {
  return sql<ProjectedRow[]>`
    select ${COLUMNS(sql)} from console.message m
    where m.sort_id = any(${rowIds}::bigint[]) and m.owner_id = any(${ids}::int[])`;
}

/** The line of one row and whose it is; undefined when the projection does not know the id. */
export async function findProjectedRow(
  sql: Sql,
  rowId: number,
): Promise<(ProjectedRow & { ownerId: number }) | undefined> {
  const [row] = await sql<(ProjectedRow & { ownerId: number })[]>`
    select ${COLUMNS(sql)}, m.owner_id as "ownerId"
    from console.message m where m.sort_id = ${rowId}::bigint`;
  return row;
}
