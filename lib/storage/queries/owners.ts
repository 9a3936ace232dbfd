import "server-only";
import type { Sql } from "postgres";
import { findOwnerFacts } from "@/lib/archive/queries/names";
import type { Grant } from "@/lib/auth/grant";
import { cancellable } from "@/lib/db/cancel";
import { pools } from "@/lib/db/pools";
import { ROOM_STORE } from "@/lib/prosody/stores";
import type { Counted, OwnersBySize, Unit } from "../views";
import { whenCounted } from "./when-counted";

export type OwnersCriteria = {
  unit: Unit;
  host: string | null;
  /** How many are named; the others are the rest. */
  limit: number;
};

/** People and rooms by what their messages take, the largest first; and the rest as one. */
export function listOwnersBySize(
  _grant: Grant<"storage.read">,
  criteria: OwnersCriteria,
  signal: AbortSignal | null = null,
): Promise<Counted<OwnersBySize>> {
  return whenCounted(async () => {
    const sql = pools().interactive;
    const [lines, groups] = await Promise.all([
      cancellable(linesQuery(sql, criteria), signal),
      cancellable(groupsQuery(sql, criteria.host), signal),
    ]);
    const facts = await findOwnerFacts(sql, lines);
    const owners = lines.map(({ texts, store, ...line }, at) => ({
      ...line,
      room: store === ROOM_STORE,
      name: facts[at]?.name ?? null,
      textShare: line.rows > 0 ? texts / line.rows : 0,
    }));
    return { owners, rest: restOf(owners, groups) };
  });
}

type Line = {
  host: string;
  user: string;
  store: string;
  rows: number;
  bytes: number;
  texts: number;
  last: number | null;
};

/** By the partial indexes of console.owner. */
function linesQuery(sql: Sql, { unit, host, limit }: OwnersCriteria) {
  return sql<Line[]>`
    select h.host, o."user", o.store, o.rows::float8 as rows, o.bytes::float8 as bytes, o.last,
      (select coalesce(sum(c.texts), 0)::float8 from console.conversation c where c.owner_id = o.id)
        as texts
    from (
      select * from console.owner o where o.messages and o.rows > 0 ${ofHost(sql, host)}
      order by o.${sql(unit)} desc nulls last, o.id limit ${limit}
    ) o join console.host h on h.id = o.host_id
    order by o.${sql(unit)} desc, o.id`;
}

type Group = { room: boolean; owners: number; rows: number; bytes: number };

function groupsQuery(sql: Sql, host: string | null) {
  return sql<Group[]>`
    select o.store = ${ROOM_STORE} as room, count(*)::int as owners, sum(o.rows)::float8 as rows,
      sum(o.bytes)::float8 as bytes
    from console.owner o where o.messages and o.rows > 0 ${ofHost(sql, host)} group by 1`;
}

const ofHost = (sql: Sql, host: string | null) =>
  host === null ? sql`` : sql`and o.host_id = (select id from console.host where host = ${host})`;

function restOf(owners: OwnersBySize["owners"], groups: Group[]): OwnersBySize["rest"] {
  const rest = { people: 0, peopleRows: 0, rooms: 0, roomsRows: 0, bytes: 0 };
  for (const { room, owners: count, rows, bytes } of groups) {
    rest[room ? "rooms" : "people"] += count;
    rest[room ? "roomsRows" : "peopleRows"] += rows;
    rest.bytes += bytes;
  }
  for (const { room, rows, bytes } of owners) {
    rest[room ? "rooms" : "people"] -= 1;
    rest[room ? "roomsRows" : "peopleRows"] -= rows;
    rest.bytes -= bytes;
  }
  return rest;
}
