import "server-only";
import { isProjected } from "@/lib/archive/queries/is-projected";
import { pools } from "@/lib/db/pools";
import { findLayout } from "@/lib/prosody/layouts/detect";
import { MESSAGE_STORES } from "@/lib/prosody/stores";

export type StoreSpan = { host: string; store: string; oldestAt: number | null };

/**
 * Message stores and uploads that have rows, with the quarter-hour of the oldest; empty before the projection is built.
 * One look-up each in the sums of the days: owners are as many as people.
 */
export async function listStoreSpans(): Promise<StoreSpan[]> {
  if (!(await isProjected())) return [];
  return pools().interactive<StoreSpan[]>`
    select h.host, s.store, (r.day * 86400.0
      + 900 * coalesce(cardinality(array_positions(r.rows_until, 0)), 0))::float8 as "oldestAt"
    from console.host h cross join unnest(${[...MESSAGE_STORES, "uploads"]}::text[]) s(store)
    cross join lateral (
      select d.day, d.rows_until from console.rollup_day d
      where d.host_id = h.id and d.store = s.store and d.rows > 0 order by d.day limit 1) r
    order by h.host, s.store`;
}

/** Hosts that have a row in Prosody's table of settings, by a lookup each; empty where there is no such table. */
export async function listMapHosts(): Promise<string[]> {
  const layout = await findLayout();
  if (!layout?.mapTable) return [];
  const sql = pools().interactive;
  const hosts = await sql<{ host: string }[]>`
    with recursive h as (
      (select p.host from ${sql.unsafe(layout.mapTable)} p order by p.host limit 1)
      union all
      select n.host from h cross join lateral (
        select p.host from ${sql.unsafe(layout.mapTable)} p where p.host > h.host
        order by p.host limit 1) n
    )
    select h.host from h`;
  return hosts.map((it) => it.host);
}

export type TaskRun = { host: string; task: string; at: number };

/** When each daily task last ran: one row per host and task, which Prosody keeps since 0.12 (store `cron`). */
export async function listTaskRuns(): Promise<TaskRun[]> {
  const layout = await findLayout();
  if (!layout?.mapTable) return [];
  const sql = pools().interactive;
  const hosts = await listMapHosts();
  const rows = await sql<{ host: string; task: string; value: string }[]>`
    select p.host, p.key as task, p.value from ${sql.unsafe(layout.mapTable)} p
    where p.host = any(${hosts}::text[]) and p."user" = '' and p.store = 'cron'
      and p.type = 'number'`;
  return rows
    .map(({ host, task, value }) => ({ host, task, at: Number(value) }))
    .filter(({ at }) => Number.isFinite(at));
}
