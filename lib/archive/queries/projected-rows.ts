import "server-only";
import type { Sql } from "postgres";
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

/** Newest first, from the position backwards. Costs the same at any depth. */
export function rowsBefore(sql: Sql, window: RowWindow) {
  const { ids, peer, from, inclusive, limit } = window;
  const edge = from
    ? sql`and (m."when", m.sort_id) ${inclusive ? sql`<=` : sql`<`} (${from.stamp}::int, ${from.rowId}::bigint)`
    : sql``;
  return sql<ProjectedRow[]>`
    select p.* from unnest(${ids}::int[]) as o(id) cross join lateral (
      select ${COLUMNS(sql)} from console.message m
      where m.owner_id = o.id ${ofPeer(sql, peer)} ${edge}
      order by m."when" desc, m.sort_id desc limit ${limit}
    ) p order by p.stamp desc, p."rowId" desc limit ${limit}`;
}

/** Oldest first, from the position onwards. */
export function rowsAfter(sql: Sql, window: RowWindow) {
  const { ids, peer, from, inclusive, limit } = window;
  const edge = from
    ? sql`and (m."when", m.sort_id) ${inclusive ? sql`>=` : sql`>`} (${from.stamp}::int, ${from.rowId}::bigint)`
    : sql``;
  return sql<ProjectedRow[]>`
    select p.* from unnest(${ids}::int[]) as o(id) cross join lateral (
      select ${COLUMNS(sql)} from console.message m
      where m.owner_id = o.id ${ofPeer(sql, peer)} ${edge}
      order by m."when", m.sort_id limit ${limit}
    ) p order by p.stamp, p."rowId" limit ${limit}`;
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

function ofPeer(sql: Sql, peer: string | null) {
  return peer === null ? sql`` : sql`and m.peer = ${indexId(peer)}`;
}
