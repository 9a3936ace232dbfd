import "server-only";
import type { Queryable } from "@/lib/db/transaction";
import { layout } from "./layouts/detect";
import { MESSAGE_STORES } from "./stores";

/** An owner as Prosody's own indexes show it: who and when, but not how much (that would mean counting). */
export type UnprojectedOwner = {
  host: string;
  user: string;
  store: string;
  /** Unix seconds. */
  first: number;
  last: number;
};

export type OwnerPage = {
  host: string | null;
  /** Only names that begin so. */
  prefix?: string;
  /** Exclusive; in the order (host, user, store). */
  after: { host: string; user: string; store: string } | null;
  limit: number;
};

/**
 * Owners of message stores in the order (host, user, store), by jumping from one to the next in Prosody's
 * index on them: cost grows with `limit` and with stores in between, not with rows.
 */
export async function listOwnersUnprojected(
  sql: Queryable,
  page: OwnerPage,
): Promise<UnprojectedOwner[]> {
  const { table, when } = await layout();
  const archive = sql.unsafe(table);
  const at = sql.unsafe(when);
  const start = page.after ?? { host: page.host ?? "", user: page.prefix ?? "", store: "" };
  const within = sql`
    ${page.host === null ? sql`` : sql`and a.host = ${page.host}`}
    ${page.prefix && page.host !== null ? sql`and starts_with(a."user", ${page.prefix})` : sql``}`;
  return sql<UnprojectedOwner[]>`
    with recursive o as (
      (select a.host, a."user", a.store from ${archive} a
        where (a.host, a."user", a.store) > (${start.host}, ${start.user}, ${start.store}) ${within}
        order by a.host, a."user", a.store limit 1)
      union all
      select n.host, n."user", n.store from o cross join lateral (
        select a.host, a."user", a.store from ${archive} a
        where (a.host, a."user", a.store) > (o.host, o."user", o.store) ${within}
        order by a.host, a."user", a.store limit 1) n
    )
    select o.host, o."user", o.store, f.first, l.last
    from (select * from o where store = any(${[...MESSAGE_STORES]}::text[]) limit ${page.limit}) o
      cross join lateral (select ${at} as first from ${archive} a
        where a.host = o.host and a."user" = o."user" and a.store = o.store order by ${at} limit 1) f
      cross join lateral (select ${at} as last from ${archive} a
        where a.host = o.host and a."user" = o."user" and a.store = o.store order by ${at} desc limit 1) l`;
}

export type UnprojectedPeer = { peer: string; first: number; last: number };

/**
 * The other sides of one owner's archive in the order of their names, by jumping through Prosody's index
 * on `with`. null: this layout has no such column, so they are not known before the projection is.
 */
export async function listPeersUnprojected(
  sql: Queryable,
  owner: { host: string; user: string; store: string },
  page: { after: string | null; limit: number },
): Promise<UnprojectedPeer[] | null> {
  const it = await layout();
  if (it.with === null) return null;
  const archive = sql.unsafe(it.table);
  const mine = sql`a.host = ${owner.host} and a."user" = ${owner.user} and a.store = ${owner.store}`;
  return sql<UnprojectedPeer[]>`
    with recursive p as (
      (select a."with" as peer from ${archive} a where ${mine} and a."with" > ${page.after ?? ""}
        order by a."with" limit 1)
      union all
      select n.peer from p cross join lateral (
        select a."with" as peer from ${archive} a where ${mine} and a."with" > p.peer
        order by a."with" limit 1) n
    )
    select p.peer, f.first, l.last from (select * from p limit ${page.limit}) p
      cross join lateral (select a."when" as first from ${archive} a
        where ${mine} and a."with" = p.peer order by a."when" limit 1) f
      cross join lateral (select a."when" as last from ${archive} a
        where ${mine} and a."with" = p.peer order by a."when" desc limit 1) l`;
}
