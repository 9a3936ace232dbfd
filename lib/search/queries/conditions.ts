import "server-only";
import type { PendingQuery, Row } from "postgres";
import type { Queryable } from "@/lib/db/transaction";
import type { Match } from "@/lib/lexemes/match";
import { MESSAGE_KINDS } from "@/lib/xmpp/kinds";
import type { Is } from "../language/query";
import type { Recipients, Scope } from "./scope";

type Fragment = PendingQuery<Row[]>;

/** Conditions over alias `m` that the index of words answers: words, facets, archives. */
export function indexedConditions(sql: Queryable, scope: Scope): Fragment {
  const words = scope.tsquery === null ? null : sql`m.tsv @@ ${scope.tsquery}::tsquery`;
  return inIndex(sql, scope, words);
}

/**
 * The same for a statement whose shape alone fixes its plan: what a subquery gives is not known before it runs,
 * so PostgreSQL takes the index without reading ten thousand words of statistics first.
 */
export function unplannedConditions(sql: Queryable, scope: Scope): Fragment {
  const { tsquery } = scope;
  return inIndex(sql, scope, tsquery === null ? null : sql`m.tsv @@ (select ${tsquery}::tsquery)`);
}

/** The same where rows are looked at one by one, and no index is asked. */
export function conditionsOfRow(sql: Queryable, scope: Scope): Fragment {
  return inIndex(sql, scope, scope.tsquery === null ? null : hasWords(sql, sql`m`, scope.tsquery));
}

/** What `@@` does, by its function, for which no statistics are read either. */
function hasWords(sql: Queryable, alias: Fragment, tsquery: string): Fragment {
  return sql`ts_match_vq(${alias}.tsv, ${tsquery}::tsquery)`;
}

function inIndex(sql: Queryable, scope: Scope, words: Fragment | null): Fragment {
  const parts: Fragment[] = words ? [words] : [];
  if (scope.pieces) parts.push(piecesIn(sql, scope.pieces));
  if (scope.owners) parts.push(sql`m.owner_id = any(${scope.owners}::int[])`);
  if (scope.rowIds) parts.push(sql`m.sort_id = any(${scope.rowIds}::bigint[])`);
  return all(sql, parts);
}

/** The rest, looked at row by row, the time aside. */
export function otherConditions(sql: Queryable, scope: Scope): Fragment {
  const parts: Fragment[] = [hasArchive(sql)];
  const { allowed, notOwners } = scope;
  if (allowed && scope.owners === null) {
    parts.push(sql`(m.host_id = any(${allowed.hosts}::smallint[])
      or m.owner_id = any(${allowed.owners}::int[]))`);
  }
  if (notOwners.length > 0) parts.push(sql`m.owner_id <> all(${notOwners}::int[])`);
  for (const it of scope.to) parts.push(recipient(sql, it));
  for (const { name, not } of scope.is) parts.push(sql`${not ? sql`not` : sql``} ${is(sql, name)}`);
  if (scope.copies === "one") parts.push(sql`not ${isOtherCopy(sql, scope)}`);
  return all(sql, parts);
}

/** Within the time that is asked for, both ends included. */
export function inRange(sql: Queryable, { range }: Scope, when: Fragment): Fragment {
  const parts: Fragment[] = [];
  if (range.from !== null) parts.push(sql`${when} >= ${range.from}::int`);
  if (range.to !== null) parts.push(sql`${when} <= ${range.to}::int`);
  return all(sql, parts);
}

/** After TRUNCATE the lines of the index stand for nothing until the worker has emptied it. Looked at once a query. */
function hasArchive(sql: Queryable): Fragment {
  return sql`not exists (select from console.indexer_state where one and rebuild)`;
}

function all(sql: Queryable, parts: Fragment[]): Fragment {
  return parts.reduce((sum, part) => sql`${sum} and ${part}`, sql`true`);
}

/** Sent: the other side; received, and in rooms: whose archive it is. */
function recipient(sql: Queryable, { jids, owners, not }: Recipients): Fragment {
  return sql`${not ? sql`not` : sql``} (case m.direction when 1 then m.peer = any(${jids}::text[])
    else m.owner_id = any(${owners}::int[]) end)`;
}

/** Pieces of text anywhere; case is folded as PostgreSQL folds it. */
function piecesIn(sql: Queryable, match: Match): Fragment {
  switch (match.op) {
    case "term": {
      const pattern = `%${match.term.text.replace(/[\\%_]/g, "\\$&")}%`;
      return sql`m.body ilike ${pattern}`;
    }
    case "not":
      return sql`not coalesce(${piecesIn(sql, match.of)}, false)`;
    case "facet":
      return sql`true`;
    default: {
      const parts = match.of.map((it) => piecesIn(sql, it));
      const joined = parts.reduce((sum, part) =>
        match.op === "and" ? sql`${sum} and ${part}` : sql`${sum} or ${part}`,
      );
      return sql`(${joined})`;
    }
  }
}

const code = (kind: (typeof MESSAGE_KINDS)[number]) => MESSAGE_KINDS.indexOf(kind);

const CHANGED_BY: Record<Is, number[]> = {
  edited: [code("correction")],
  retracted: [code("retraction"), code("moderation")],
};

/**
 * The mark in the index may be older than the deletion of what it stands for, so the row that edits or
 * retracts is looked up. Only the sender's own counts, but a room's moderation is the room's.
 */
export function is(sql: Queryable, name: Is): Fragment {
  return sql`(${hasWords(sql, sql`m`, `':${name}'`)} and (
    m.kind = any(${CHANGED_BY[name]}::smallint[]) or exists (
      select from console.message c
      where c.owner_id = m.owner_id and c.target_id in (m.stanza_id, m.origin_id)
        and c.target_id is not null and c.kind = any(${CHANGED_BY[name]}::smallint[])
        and (c.kind = ${code("moderation")} or (c.direction = m.direction
          and c.peer is not distinct from m.peer and c.nick is not distinct from m.nick)))))`;
}

const A_DAY = 86_400;

/**
 * Of a local one-to-one message Prosody keeps two rows: the received one is left out when the sender's
 * archive has the sent one and the search would find it there. Of a note to self, the second row. The time is
 * compared as a difference, which no index has: PostgreSQL would look through two days of an archive for it.
 */
function isOtherCopy(sql: Queryable, scope: Scope): Fragment {
  const parts: Fragment[] = [];
  if (scope.tsquery !== null) parts.push(hasWords(sql, sql`s`, scope.tsquery));
  if (scope.owners) parts.push(sql`s.owner_id = any(${scope.owners}::int[])`);
  if (scope.notOwners.length > 0) parts.push(sql`s.owner_id <> all(${scope.notOwners}::int[])`);
  if (scope.allowed && scope.owners === null) {
    parts.push(sql`(s.host_id = any(${scope.allowed.hosts}::smallint[])
        or s.owner_id = any(${scope.allowed.owners}::int[]))`);
  }
  parts.push(inRange(sql, scope, sql`s."when"`));
  if (scope.rowIds) parts.push(sql`s.sort_id = any(${scope.rowIds}::bigint[])`);
  return sql`(m.stanza_id is not null and m.direction <> 2 and exists (
    select from console.owner mo
      join console.host mh on mh.id = mo.host_id
      join console.host sh on sh.host = split_part(m.peer, '@', 2)
      join console.owner so on so.host_id = sh.id and so."user" = split_part(m.peer, '@', 1) and so.messages
      join console.message s on s.owner_id = so.id and s.stanza_id = m.stanza_id
        and s.stanza_id is not null
    where mo.id = m.owner_id and s.direction = 1 and s.peer = mo."user" || '@' || mh.host
      and s.body is not distinct from m.body and s.kind = m.kind
      and s."when" - m."when" between ${-A_DAY} and ${A_DAY}
      and (m.direction = 0 or (so.id = mo.id and s.sort_id < m.sort_id))
      and ${all(sql, parts)}))`;
}
