import "server-only";
import type { Sql } from "postgres";
import type { Layout } from "@/lib/prosody/layouts/layout";
import { indexId } from "../index-id";
import type { OwnerScope } from "./owner-scope";
import { lineOf, type RowSource, type StoredLine } from "./projected-rows";

export type LinkQuestion = {
  scope: OwnerScope;
  /** Ids that rows at hand carry: who refers to them? */
  carried: string[];
  /** Ids that rows at hand refer to: who carries them? */
  referred: string[];
  /** Row ids at hand: what they hold is not wanted again. */
  known: number[];
  limit: number;
};

/** A row id with its line, unless that is known, or the row has none (any more). */
export type LinkedLine = { linkedId: number; satellite: boolean } & (
  | StoredLine
  | { [column in keyof StoredLine]: null }
);

/** Of one id no more rows than this are looked at, whoever repeats it. */
const ROWS_OF_ONE_ID = 5_000;

/**
 * Rows of one owner that are tied to the rows at hand by an id, newest first, carriers before those that
 * refer to something, so that a limit leaves out the latter. Archive ids (`key`) are not in the projection
 * but in Prosody's own unique index. Index lookups only, and one statement with the rows themselves: it
 * costs less than further round trips.
 */
export function findLinkedRows(sql: Sql, source: RowSource, question: LinkQuestion) {
  const { scope, known, limit } = question;
  const owners = scope.ids;
  const carried = question.carried.map((id) => indexId(id));
  const referred = question.referred.map((id) => indexId(id));
  const tied = (column: string, words: string[], unless = sql``) => sql`
    from unnest(${owners}::int[]) o(id) cross join unnest(${words}::text[]) w(word)
      cross join lateral (
        select m."when", m.sort_id from console.message m
        where m.owner_id = o.id and m.${sql(column)} = w.word and m.${sql(column)} is not null ${unless}
        limit ${ROWS_OF_ONE_ID}) l`;
  // An origin id that repeats the stanza's own id is found by that.
  const elsewhere = sql`and m.origin_id is distinct from m.stanza_id`;
  return sql<LinkedLine[]>`
    with linked as (
      select l.*, true as satellite ${tied("target_id", carried)}
      union all
      select l.*, false ${tied("stanza_id", referred)}
      union all
      select l.*, false ${tied("origin_id", referred, elsewhere)}
      ${byArchiveId(sql, source.layout, scope, question.referred)}
    ), found as (
      select sort_id, "when", satellite from linked
      order by satellite, "when" desc, sort_id desc limit ${limit}
    )
    select f.sort_id::float8 as "linkedId", f.satellite, l.* from found f
      left join lateral (${lineOf(sql, source, owners, known)}) l on true
    order by f.satellite, f."when" desc, f.sort_id desc`;
}

function byArchiveId(
  sql: Sql,
  { table, rowId, when }: Layout,
  { host, user, stores }: OwnerScope,
  keys: string[],
) {
  if (keys.length === 0) return sql``;
  return sql`
    union all
    select ${sql.unsafe(when)}, ${sql.unsafe(rowId)}, false from ${sql.unsafe(table)} a
    where a.host = ${host} and a."user" = ${user}
      and a.store = any(${stores}::text[]) and a.key = any(${keys}::text[])`;
}
