import "server-only";
import type { Sql } from "postgres";
import { ROOM_STORE } from "@/lib/prosody/stores";
import type { OwnerRef } from "../criteria";
import { decodeCursor, encodeCursor } from "../cursor";
import type { HostView, StoreView } from "../views";

export type OwnerSort = "rows" | "bytes" | "last" | "user";
export type OwnerQuestion = {
  host: string | null;
  /** Part of a localpart, a host or `localpart@host`; "" is everybody. */
  filter: string;
  sort: OwnerSort;
  after: string | null;
  limit: number;
};

export type OwnerLine = OwnerRef & {
  id: number;
  store: string;
  rows: number;
  sizeBytes: number;
  encrypted: number;
  first: number | null;
  last: number | null;
};

/** Ids of the hosts that the filter names, a part of them or all: a handful, asked before the list. */
export async function hostsOfFilter(sql: Sql, filter: string): Promise<number[]> {
  if (filter === "") return [];
  const [end] = filter.toLowerCase().split("@").slice(-1);
  const pattern = filter.includes("@") ? `${likeText(end ?? "")}%` : `%${likeText(end ?? "")}%`;
  const hosts = await sql<{ id: number }[]>`
    select id from console.host where lower(host) like ${pattern}`;
  return hosts.map((it) => it.id);
}

/** One line more than a page, by one of the four partial indexes of console.owner. */
export function ownerLinesQuery(sql: Sql, question: OwnerQuestion, hosts: number[]) {
  const { host, filter, sort, after, limit } = question;
  return sql<OwnerLine[]>`
    select o.id, h.host, o."user", o.store, o.rows::float8 as rows, o.bytes::float8 as "sizeBytes",
      o.encrypted::float8 as encrypted, o.first, o.last
    from console.owner o join console.host h on h.id = o.host_id
    where o.messages and o.rows > 0
      ${host === null ? sql`` : sql`and o.host_id = (select id from console.host where host = ${host})`}
      ${filter === "" ? sql`` : sql`and ${matches(sql, filter.toLowerCase(), hosts)}`}
      ${after === null ? sql`` : beyond(sql, sort, after)}
    order by ${inOrder(sql, sort)}, o.id
    limit ${limit + 1}`;
}

/**
 * Part of `user@host`. Written as LIKE, whose matches the planner can guess: few are found by reading all
 * names and sorting, many by walking an index until the page is full. Localparts are stored in lower case
 * (nodeprep, RFC 7622).
 */
function matches(sql: Sql, filter: string, hosts: number[]) {
  const at = filter.indexOf("@");
  if (at < 0) {
    const part = sql`o."user" like ${`%${likeText(filter)}%`}`;
    return hosts.length === 0 ? part : sql`(${part} or o.host_id = any(${hosts}::int[]))`;
  }
  return sql`(o."user" like ${`%${likeText(filter.slice(0, at))}`} and o.host_id = any(${hosts}::int[]))`;
}

function likeText(text: string): string {
  return text.replace(/[\\%_]/g, "\\$&");
}

/** As the indexes have it, or they are not used: Drizzle writes `desc` as `desc nulls last`. */
function inOrder(sql: Sql, sort: OwnerSort) {
  const column = sql`o.${sql(sort)}`;
  return sort === "user" ? column : sql`${column} desc nulls last`;
}

export function pageOfOwnerLines(found: OwnerLine[], { sort, limit }: OwnerQuestion) {
  const owners = found.slice(0, limit);
  const end = found.length > limit ? owners.at(-1) : undefined;
  return { owners, next: end ? encodeCursor(sort, sortValue(end, sort), end.id) : null };
}

function sortValue(line: OwnerLine, sort: OwnerSort): string | number | null {
  return { rows: line.rows, bytes: line.sizeBytes, last: line.last, user: line.user }[sort];
}

/** The order is mixed (value down, id up), which a row comparison cannot say to an index. */
function beyond(sql: Sql, sort: OwnerSort, after: string) {
  const [made, value, id] = decodeCursor(after, 3);
  const column = sql(sort);
  // A place in a list of another order means nothing here: begin at the top.
  if (made !== sort || value === null || value === undefined || typeof id !== "number")
    return sql``;
  return sort === "user"
    ? sql`and (o."user", o.id) > (${String(value)}::text, ${id}::int)`
    : sql`and o.${column} <= ${Number(value)}::bigint
        and (o.${column} < ${Number(value)}::bigint or o.id > ${id}::int)`;
}

/** Sums over the owners, not over rows. The host with most rows first. */
export async function listHostLines(sql: Sql): Promise<HostView[]> {
  return sql<HostView[]>`
    select h.host, bool_or(o.store = ${ROOM_STORE}) as rooms, count(*)::int as owners,
      sum(o.rows)::float8 as rows, sum(o.bytes)::float8 as "sizeBytes",
      sum(o.encrypted)::float8 as encrypted, min(o.first) as first, max(o.last) as last
    from console.owner o join console.host h on h.id = o.host_id
    where o.messages and o.rows > 0
    group by h.host order by sum(o.rows) desc, h.host`;
}

export type StoreLine = Omit<StoreView, "what"> & { messages: boolean; encrypted: number };

/** Every store in which something of this owner lies. */
export async function listStoreLines(sql: Sql, owner: OwnerRef): Promise<StoreLine[]> {
  return sql<StoreLine[]>`
    select o.store, o.messages, o.rows::float8 as rows, o.bytes::float8 as "sizeBytes",
      o.encrypted::float8 as encrypted, o.first, o.last
    from console.owner o join console.host h on h.id = o.host_id
    where h.host = ${owner.host} and o."user" = ${owner.user} and o.rows > 0
    order by o.messages desc, o.rows desc, o.store`;
}
