import "server-only";
import type { Sql } from "postgres";
import { layout } from "@/lib/prosody/layouts/detect";
import type { Layout } from "@/lib/prosody/layouts/layout";
import { MESSAGE_STORES } from "@/lib/prosody/stores";
import type { OwnerRef } from "../criteria";
import { decodeCursor, encodeCursor } from "../cursor";
import { withSpan } from "./direct-span";
import type { OwnerQuestion } from "./projected-owners";

/** Names looked at for one page when a filter leaves most of them out. */
const LOOK_AT = 3_000;

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
