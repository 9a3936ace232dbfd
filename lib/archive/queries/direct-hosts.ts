import "server-only";
import type { Sql } from "postgres";
import { layout } from "@/lib/prosody/layouts/detect";
import { MESSAGE_STORES } from "@/lib/prosody/stores";
import type { HostView } from "../views";

/** A host of this many owners without a message is believed to have some further on. */
const MOST_OWNERS = 50;

/** Hosts with messages, by leaping through Prosody's index: a few probes a host. Nothing is counted. */
export async function listDirectHosts(sql: Sql): Promise<HostView[]> {
  const table = sql.unsafe((await layout()).table);
  const rows = await sql<{ host: string }[]>`
    with recursive h as (
      (select a.host from ${table} a order by a.host limit 1)
      union all
      select n.host from h cross join lateral (
        select a.host from ${table} a where a.host > h.host order by a.host limit 1) n
    )
    select h.host from h where exists (
      with recursive o as (
        (select a."user", 1 as step from ${table} a where a.host = h.host order by a."user" limit 1)
        union all
        select n."user", o.step + 1 from o cross join lateral (select a."user" from ${table} a
          where a.host = h.host and a."user" > o."user" order by a."user" limit 1) n
        where o.step < ${MOST_OWNERS}
      )
      select from o where o.step = ${MOST_OWNERS} or exists (select from ${table} a
        where a.host = h.host and a."user" = o."user" and a.store = any(${[...MESSAGE_STORES]}::text[])))`;
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
