import "server-only";
import type { Sql } from "postgres";
import { layout } from "@/lib/prosody/layouts/detect";
import type { Layout } from "@/lib/prosody/layouts/layout";
import { isMessageStore, MESSAGE_STORES, OFFLINE_STORE } from "@/lib/prosody/stores";
import type { OwnerRef } from "../criteria";
import { decodeCursor, encodeCursor } from "../cursor";
import type { HostView, StoreView } from "../views";
import type { OwnerQuestion } from "./projected-owners";

/** Names looked at for one page when a filter leaves most of them out. */
const LOOK_AT = 3_000;

/** Hosts by leaping through Prosody's index: one probe a host. Nothing is counted. */
export async function listDirectHosts(sql: Sql): Promise<HostView[]> {
  const table = sql.unsafe((await layout()).table);
  const rows = await sql<{ host: string; rooms: boolean }[]>`
    with recursive h as (
      (select a.host from ${table} a order by a.host limit 1)
      union all
      select n.host from h cross join lateral (
        select a.host from ${table} a where a.host > h.host order by a.host limit 1) n
    )
    select h.host, false as rooms from h`;
  const rooms = await roomHosts(sql);
  const unknown = { rows: null, sizeBytes: null, encrypted: null, first: null, last: null };
  return rows.map(({ host }) => ({ host, rooms: rooms.has(host), owners: null, ...unknown }));
}

/** Components list their rooms under the empty user, store `persistent` (mod_muc). */
async function roomHosts(sql: Sql): Promise<Set<string>> {
  const { mapTable } = await layout();
  if (mapTable === null) return new Set();
  const rows = await sql<{ host: string }[]>`
    with recursive h as (
      (select p.host from ${sql.unsafe(mapTable)} p order by p.host limit 1)
      union all
      select n.host from h cross join lateral (
        select p.host from ${sql.unsafe(mapTable)} p where p.host > h.host order by p.host limit 1) n
    )
    select h.host from h where exists (select from ${sql.unsafe(mapTable)} p
      where p.host = h.host and p."user" = '' and p.store = 'persistent')`;
  return new Set(rows.map((it) => it.host));
}

type Leap = OwnerRef & { stores: string[] };
export type DirectOwner = OwnerRef & { store: string; first: number | null; last: number | null };

/**
 * Owners in the order of Prosody's index, leaping from name to name. A page may be short, or empty,
 * and still have a `next`: then a filter left out all that was looked at.
 */
export async function listDirectOwners(
  sql: Sql,
  { host, filter, after, limit }: OwnerQuestion,
  signal: AbortSignal | null,
): Promise<{ owners: DirectOwner[]; next: string | null }> {
  signal?.throwIfAborted();
  const it = await layout();
  const [fromHost, fromUser] = after === null ? [host ?? "", null] : decodeCursor(after, 2);
  const steps = filter === "" ? limit : LOOK_AT;
  const names = await leap(sql, it, { host, fromHost, fromUser, steps });
  const wanted = filter.toLowerCase();
  const owners: (OwnerRef & { store: string })[] = [];
  let end: Leap | undefined;
  for (const name of names) {
    end = name;
    if (!`${name.user}@${name.host}`.toLowerCase().includes(wanted)) continue;
    owners.push(...name.stores.map((store) => ({ host: name.host, user: name.user, store })));
    if (owners.length >= limit) break;
  }
  const atEnd = names.length < steps && end === names.at(-1);
  const next = !end || atEnd ? null : encodeCursor(end.host, end.user);
  return { owners: await withSpan(sql, it, owners), next };
}

type Start = {
  host: string | null;
  fromHost: unknown;
  fromUser: unknown;
  steps: number;
};

function leap(sql: Sql, it: Layout, { host, fromHost, fromUser, steps }: Start) {
  const table = sql.unsafe(it.table);
  const ofHost = host === null ? sql`` : sql`and a.host = ${host}`;
  const start = fromUser === null ? sql`>=` : sql`>`;
  return sql<Leap[]>`
    with recursive o as (
      (select a.host, a."user", 1 as step from ${table} a
        where (a.host, a."user") ${start} (${String(fromHost ?? "")}, ${String(fromUser ?? "")}) ${ofHost}
        order by a.host, a."user" limit 1)
      union all
      select n.host, n."user", o.step + 1 from o cross join lateral (
        select a.host, a."user" from ${table} a
        where (a.host, a."user") > (o.host, o."user") ${ofHost}
        order by a.host, a."user" limit 1) n
      where o.step < ${steps}
    )
    select o.host, o."user", array(
      select s.store from unnest(${[...MESSAGE_STORES]}::text[]) s(store) where exists (
        select from ${table} a
        where a.host = o.host and a."user" = o."user" and a.store = s.store)) as stores
    from o order by o.step`;
}

/** First and last stamp by two probes each. */
async function withSpan<T extends OwnerRef & { store: string }>(sql: Sql, it: Layout, owners: T[]) {
  const edge = (order: "asc" | "desc") => sql`
    (select ${sql.unsafe(it.when)} from ${sql.unsafe(it.table)} a
      where a.host = w.host and a."user" = w."user" and a.store = w.store
      order by ${sql.unsafe(it.when)} ${sql.unsafe(order)} limit 1)`;
  const spans = await sql<{ first: number | null; last: number | null }[]>`
    select ${edge("asc")} as first, ${edge("desc")} as last
    from unnest(${owners.map((o) => o.host)}::text[], ${owners.map((o) => o.user)}::text[],
      ${owners.map((o) => o.store)}::text[]) with ordinality as w(host, "user", store, ord)
    order by w.ord`;
  return owners.map((owner, at) => ({
    ...owner,
    first: spans[at]?.first ?? null,
    last: spans[at]?.last ?? null,
  }));
}

/** Every store of one owner, leaping from store to store. */
export async function listDirectStores(sql: Sql, owner: OwnerRef): Promise<StoreView[]> {
  const it = await layout();
  const table = sql.unsafe(it.table);
  const mine = sql`a.host = ${owner.host} and a."user" = ${owner.user}`;
  const found = await sql<{ store: string }[]>`
    with recursive s as (
      (select a.store from ${table} a where ${mine} order by a.store limit 1)
      union all
      select n.store from s cross join lateral (
        select a.store from ${table} a where ${mine} and a.store > s.store
        order by a.store limit 1) n
    )
    select s.store from s`;
  const lines = found.map(({ store }) => ({ ...owner, store }));
  const stores = await withSpan(sql, it, lines);
  return stores.map(({ store, first, last }) => ({
    store,
    what: isMessageStore(store) ? "messages" : store === OFFLINE_STORE ? "offline" : "other",
    rows: null,
    sizeBytes: null,
    first,
    last,
  }));
}
