import "server-only";
import type { Sql } from "postgres";
import { layout } from "@/lib/prosody/layouts/detect";
import type { Layout } from "@/lib/prosody/layouts/layout";
import { ROOM_STORE } from "@/lib/prosody/stores";
import { decodeCursor, encodeCursor } from "../cursor";
import type { OwnerScope } from "./owner-scope";
import type { ConversationLine, ConversationQuestion } from "./projected-conversations";

/** Other sides found by leaping; a person with more of them is shown the first in the index's order. */
const MOST_PEERS = 2_000;

type Side = { peer: string; last: number; first: number };

/**
 * Conversations out of Prosody's index (host, user, store, with, when): one leap a peer, nothing counted.
 * In rooms, and where the layout has no column `with`, there is one: everything.
 */
export async function listDirectConversations(
  sql: Sql,
  scope: OwnerScope,
  { filter, after, limit }: ConversationQuestion,
): Promise<{ lines: ConversationLine[]; next: string | null; total: number | null }> {
  const it = await layout();
  if (scope.archive.isRoom || it.with === null) return everything(sql, it, scope);
  const all = (await findSides(sql, it, scope)).sort(byLast);
  const wanted = all.filter((side) => side.peer.toLowerCase().includes(filter.toLowerCase()));
  const start = after === null ? 0 : wanted.findIndex((side) => isBeyond(side, after));
  const page = start < 0 ? [] : wanted.slice(start, start + limit);
  const end = start >= 0 && wanted.length > start + limit ? page.at(-1) : undefined;
  return {
    lines: await withLastRow(sql, it, scope, page),
    next: end ? encodeCursor(end.last, end.peer) : null,
    total: all.length < MOST_PEERS ? all.length : null,
  };
}

function byLast(a: Side, b: Side): number {
  if (a.last !== b.last) return b.last - a.last;
  return a.peer === b.peer ? 0 : a.peer < b.peer ? -1 : 1;
}

function isBeyond(side: Side, after: string): boolean {
  const [last, peer] = decodeCursor(after, 2);
  return byLast(side, { ...side, last: Number(last), peer: String(peer) }) > 0;
}

async function findSides(sql: Sql, it: Layout, scope: OwnerScope): Promise<Side[]> {
  const [table, when] = [sql.unsafe(it.table), sql.unsafe(it.when)];
  const side = sql.unsafe(it.with ?? "");
  const mine = sql`a.host = ${scope.host} and a."user" = ${scope.user}`;
  return sql<Side[]>`
    with recursive w as (
      select s.store, n.peer, 1 as step from unnest(${scope.stores}::text[]) s(store)
        cross join lateral (select ${side} as peer from ${table} a
          where ${mine} and a.store = s.store order by ${side} limit 1) n
      union all
      select w.store, n.peer, w.step + 1 from w cross join lateral (select ${side} as peer
        from ${table} a where ${mine} and a.store = w.store and ${side} > w.peer
        order by ${side} limit 1) n
      where w.step < ${MOST_PEERS}
    )
    select w.peer, max(e.last) as last, min(e.first) as first
    from w cross join lateral (select
      (select ${when} from ${table} a where ${mine} and a.store = w.store and ${side} = w.peer
        order by ${when} limit 1) as first,
      (select ${when} from ${table} a where ${mine} and a.store = w.store and ${side} = w.peer
        order by ${when} desc limit 1) as last) e
    where w.peer <> '' group by w.peer`;
}

async function withLastRow(
  sql: Sql,
  it: Layout,
  scope: OwnerScope,
  page: Side[],
): Promise<ConversationLine[]> {
  const table = sql.unsafe(it.table);
  const [when, rowId, side] = [
    sql.unsafe(it.when),
    sql.unsafe(it.rowId),
    sql.unsafe(it.with ?? ""),
  ];
  const rows = await sql<{ lastRowId: number | null; room: boolean }[]>`
    select (select x.id::float8 from unnest(${scope.stores}::text[]) s(store) cross join lateral (
        select ${when} as at, ${rowId} as id from ${table} a
        where a.host = ${scope.host} and a."user" = ${scope.user} and a.store = s.store
          and ${side} = w.peer and ${when} = w.last
        order by ${rowId} desc limit 1) x order by x.id desc limit 1) as "lastRowId",
      exists (select from ${table} a where a.host = split_part(w.peer, '@', 2)
        and a."user" = split_part(w.peer, '@', 1) and a.store = ${ROOM_STORE}) as room
    from unnest(${page.map((p) => p.peer)}::text[], ${page.map((p) => p.last)}::int[])
      with ordinality as w(peer, last, ord)
    order by w.ord`;
  return page.map((it, at) => ({
    ...uncounted(it.peer),
    first: it.first,
    last: it.last,
    lastRowId: rows[at]?.lastRowId ?? null,
    room: rows[at]?.room ?? false,
  }));
}

function uncounted(peer: string): ConversationLine {
  const unknown = { rows: null, texts: null, encrypted: null, first: null, last: null };
  return { peer, ...unknown, room: false, lastRowId: null, lastKind: null };
}

async function everything(sql: Sql, it: Layout, { host, user, stores }: OwnerScope) {
  const [when, rowId] = [sql.unsafe(it.when), sql.unsafe(it.rowId)];
  const rows = await sql<{ last: number; rowId: number }[]>`
    select p.last, p.id::float8 as "rowId" from unnest(${stores}::text[]) s(store)
      cross join lateral (select ${when} as last, ${rowId} as id from ${sql.unsafe(it.table)} a
        where a.host = ${host} and a."user" = ${user} and a.store = s.store
        order by ${when} desc, ${rowId} desc limit 1) p
    order by p.last desc, p.id desc limit 1`;
  const lines = rows.map((row) => ({ ...uncounted(""), last: row.last, lastRowId: row.rowId }));
  return { lines, next: null, total: null };
}
