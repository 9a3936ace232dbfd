import "server-only";
import type { Queryable } from "@/lib/db/transaction";
import type { ArchiveRow, RawArchiveRow } from "./archive-row";
import { layout } from "./layouts/detect";
import type { Layout } from "./layouts/layout";

/** Whose rows: one owner, some of its stores, and the other side. */
export type RowScope = {
  host: string;
  user: string;
  stores: readonly string[];
  /** Bare JID; null: everything of this owner, and so it is where the layout has no such column. */
  with: string | null;
};

export type RowPage = {
  /** Exclusive unless `inclusive`; null begins at the end that is asked for. */
  from: { stamp: number; rowId: number } | null;
  inclusive?: boolean;
  limit: number;
  /** No value is fetched longer than this; such a row is `truncated`. */
  maxValueBytes: number;
};

/** The columns of RawArchiveRow over alias `a`. */
export function rowColumns(sql: Queryable, it: Layout, maxValueBytes: number) {
  return sql`
    ${sql.unsafe(it.rowId)}::float8 as "rowId", a.host, a."user", a.store, a.key,
    ${sql.unsafe(it.when)} as "when", ${sql.unsafe(it.with ?? "null::text")} as "with",
    a.type, left(a.value, ${maxValueBytes}::int) as value, octet_length(a.value) as "sizeBytes"`;
}

/**
 * The rows with these ids, in no particular order; ids that do not exist are left out. By primary key,
 * in the reference layout by the index on the expression: before adoption that one is a scan, which
 * ends with the statement timeout on a large archive.
 */
export async function fetchRows(
  sql: Queryable,
  ids: readonly number[],
  maxValueBytes: number,
): Promise<ArchiveRow[]> {
  if (ids.length === 0) return [];
  const it = await layout();
  const rows = await sql<RawArchiveRow[]>`
    select ${rowColumns(sql, it, maxValueBytes)} from ${sql.unsafe(it.table)} a
    where ${sql.unsafe(it.rowId)} = any(${ids as number[]}::bigint[])`;
  return rows.map(it.toRow);
}

/** Newest first, from the position backwards, through the indexes Prosody has itself. No projection. */
export function rowsBeforeUnprojected(sql: Queryable, scope: RowScope, page: RowPage) {
  return walk(sql, scope, page, "back");
}

/** Oldest first, from the position onwards, through the indexes Prosody has itself. No projection. */
export function rowsAfterUnprojected(sql: Queryable, scope: RowScope, page: RowPage) {
  return walk(sql, scope, page, "on");
}

type Direction = "back" | "on";

/** Per store, because Prosody's indexes begin with (host, user, store); then merged. */
async function walk(
  sql: Queryable,
  scope: RowScope,
  page: RowPage,
  direction: Direction,
): Promise<ArchiveRow[]> {
  const it = await layout();
  const when = sql.unsafe(it.when);
  const rowId = sql.unsafe(it.rowId);
  const order = direction === "back" ? sql`desc` : sql`asc`;
  const compare = sql.unsafe(`${direction === "back" ? "<" : ">"}${page.inclusive ? "=" : ""}`);
  const edge = page.from
    ? sql`and (${when}, ${rowId}) ${compare} (${page.from.stamp}::int, ${page.from.rowId}::bigint)`
    : sql``;
  const side =
    scope.with !== null && it.with ? sql`and ${sql.unsafe(it.with)} = ${scope.with}` : sql``;
  const rows = await sql<RawArchiveRow[]>`
    select p.* from unnest(${scope.stores as string[]}::text[]) as s(store) cross join lateral (
      select ${rowColumns(sql, it, page.maxValueBytes)} from ${sql.unsafe(it.table)} a
      where a.host = ${scope.host} and a."user" = ${scope.user} and a.store = s.store ${side} ${edge}
      order by ${when} ${order}, ${rowId} ${order} limit ${page.limit}
    ) p order by p."when" ${order}, p."rowId" ${order} limit ${page.limit}`;
  return rows.map(it.toRow);
}
