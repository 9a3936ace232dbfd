import "server-only";
import type { Sql } from "postgres";
import { layout } from "@/lib/prosody/layouts/detect";
import type { HostView } from "../views";

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
