import "server-only";
import type { Sql } from "postgres";
import { ROOM_STORE } from "@/lib/prosody/stores";
import { FOLDING_KINDS, MESSAGE_KINDS } from "@/lib/xmpp/kinds";
import { decodeCursor, encodeCursor } from "../cursor";
import type { OwnerScope } from "./owner-scope";

export type ConversationQuestion = {
  /** Part of the other side's JID; "" is everybody. */
  filter: string;
  after: string | null;
  limit: number;
};

export type ConversationLine = {
  /** "" in rooms. */
  peer: string;
  rows: number | null;
  texts: number | null;
  encrypted: number | null;
  first: number | null;
  last: number | null;
  room: boolean;
  /** The newest row that stands for itself. */
  lastRowId: number | null;
  lastKind: number | null;
};

const FOLDING_CODES = FOLDING_KINDS.filter((it) => it !== "correction").map((it) =>
  MESSAGE_KINDS.indexOf(it),
);

/** How far back the last line is looked for behind receipts and markers. */
const LOOK_BACK = 40;

/** Conversations of one owner, the most recently used first; an index walk (conversation_last). */
export async function listConversationLines(
  sql: Sql,
  scope: OwnerScope,
  { filter, after, limit }: ConversationQuestion,
) {
  const lines = await sql<ConversationLine[]>`
    with page as (
      select * from ${source(sql, scope.ids)} c
      where c.rows > 0 ${filter === "" ? sql`` : sql`and strpos(lower(c.peer), lower(${filter})) > 0`}
        ${after === null ? sql`` : beyond(sql, after)}
      order by c.last desc nulls last, c.peer limit ${limit + 1}
    )
    select p.*, l."lastRowId", l."lastKind", exists (
        select from console.host h join console.owner o on o.host_id = h.id
        where h.host = split_part(p.peer, '@', 2) and o."user" = split_part(p.peer, '@', 1)
          and o.store = ${ROOM_STORE}) as room
    from page p left join lateral (${lastRow(sql, scope)}) l on true
    order by p.last desc nulls last, p.peer`;
  const page = lines.slice(0, limit);
  const end = lines.length > limit ? page.at(-1) : undefined;
  return { lines: page, next: end ? encodeCursor(end.last, end.peer) : null };
}

/** One store: its lines as they are, in index order. Several (archive and archive2): added up. */
function source(sql: Sql, ids: number[]) {
  const [only] = ids;
  if (ids.length === 1 && only !== undefined) {
    return sql`(select peer, rows::float8 as rows, texts::float8 as texts,
      encrypted::float8 as encrypted, first, last
      from console.conversation where owner_id = ${only})`;
  }
  return sql`(select peer, sum(rows)::float8 as rows, sum(texts)::float8 as texts,
      sum(encrypted)::float8 as encrypted, min(first) as first, max(last) as last
      from console.conversation where owner_id = any(${ids}::int[]) group by peer)`;
}

function beyond(sql: Sql, after: string) {
  const [last, peer] = decodeCursor(after, 2);
  const at = Number(last ?? -2_147_483_648);
  return sql`and c.last <= ${at}::int and (c.last < ${at}::int or c.peer > ${String(peer)}::text)`;
}

/** The newest row nearly always stands for itself; only behind one that does not is another looked for. */
function lastRow(sql: Sql, scope: OwnerScope) {
  const ofPeer = scope.archive.isRoom ? sql`` : sql`and m.peer = p.peer`;
  const newest = (limit: number) => sql`
    select m.sort_id, m."when", m.kind, m.kind = any(${FOLDING_CODES}::int[]) as folding
    from unnest(${scope.ids}::int[]) o(id) cross join lateral (
      select m.sort_id, m."when", m.kind from console.message m where m.owner_id = o.id ${ofPeer}
      order by m."when" desc, m.sort_id desc limit ${limit}) m`;
  return sql`
    select coalesce(s.sort_id, f.sort_id)::float8 as "lastRowId", coalesce(s.kind, f.kind) as "lastKind"
    from (select * from (${newest(1)}) r order by r."when" desc, r.sort_id desc limit 1) f
    left join lateral (
      select r.sort_id, r.kind from (${newest(LOOK_BACK)}) r where f.folding and not r.folding
      order by r."when" desc, r.sort_id desc limit 1) s on true`;
}

/** How many there are: lines of the projection, not rows of the archive. */
export async function countConversations(sql: Sql, scope: OwnerScope): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(distinct peer)::int as count from console.conversation
    where owner_id = any(${scope.ids}::int[]) and rows > 0`;
  return row?.count ?? 0;
}
