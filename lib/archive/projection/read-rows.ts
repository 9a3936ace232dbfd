import "server-only";
import type { PendingQuery, Row } from "postgres";
import type { Queryable } from "@/lib/db/transaction";
import type { ArchiveRow, RawArchiveRow } from "@/lib/prosody/archive-row";
import type { Layout } from "@/lib/prosody/layouts/layout";
import { MESSAGE_STORES } from "@/lib/prosody/stores";

/** A row and the version of it that was read (`xmin`): it is written only if it is still that one. */
export type VersionedRow = ArchiveRow & { version: string };

/** Rows in the order of the walk; `more`: there may be further ones in the range. */
export type Walked = { rows: VersionedRow[]; more: boolean };

/** Of one value; the parser reads no more either (design/trust.md §6). */
export const MAX_VALUE_CHARACTERS = 1_048_576;
/** Of one batch, so that very long messages do not fill the memory. */
const MAX_BATCH_BYTES = 8_388_608;

/** By `sort_id`: after `after` (exclusive), up to `to` (inclusive). */
export function walkBySortId(
  sql: Queryable,
  layout: Layout,
  range: { after: number; to: number; limit: number },
): Promise<Walked> {
  const where = sql`a.sort_id > ${range.after}::bigint and a.sort_id <= ${range.to}::bigint`;
  return walk(sql, layout, where, range.limit);
}

/** Reference layout, by (when_col, number): after the given place, exclusive. */
export function walkByTime(
  sql: Queryable,
  layout: Layout,
  range: { afterWhen: number; afterId: number; limit: number },
): Promise<Walked> {
  const when = sql.unsafe(layout.when);
  const rowId = sql.unsafe(layout.rowId);
  const where = sql`(${when}, ${rowId}) > (${range.afterWhen}::int, ${range.afterId}::bigint)`;
  return walk(sql, layout, where, range.limit);
}

/** Rows with these ids; those that no longer exist are left out. */
export async function readById(
  sql: Queryable,
  layout: Layout,
  ids: number[],
): Promise<VersionedRow[]> {
  const where = sql`${sql.unsafe(layout.rowId)} = any(${ids}::bigint[])`;
  return (await walk(sql, layout, where, ids.length + 1)).rows;
}

type Condition = PendingQuery<Row[]>;
type Found = RawArchiveRow & { version: string; total: number };

async function walk(
  sql: Queryable,
  layout: Layout,
  where: Condition,
  limit: number,
): Promise<Walked> {
  const order = sql.unsafe(
    layout.name === "prosody" ? "a.sort_id" : `${layout.when}, ${layout.rowId}`,
  );
  // octet_length() of a long value does not read it; only the rows of this batch are read, by left().
  const rows = await sql<Found[]>`
    select "rowId", host, "user", store, key, "when", "with", type, "sizeBytes", version, total::int,
      case when store = any(${[...MESSAGE_STORES]}::text[])
        then left(stored, ${MAX_VALUE_CHARACTERS}) end as value
    from (
      select p.*, count(*) over () as total,
        sum("sizeBytes") over (order by place rows unbounded preceding) - "sizeBytes" as before
      from (
        select ${sql.unsafe(layout.rowId)}::float8 as "rowId", a.host, a."user", a.store, a.key,
          ${sql.unsafe(layout.when)} as "when", ${sql.unsafe(layout.with ?? "null::text")} as "with",
          a.type, a.value as stored, coalesce(octet_length(a.value), 0) as "sizeBytes",
          a.xmin::text as version, row_number() over (order by ${order}) as place
        from ${sql.unsafe(layout.table)} a where ${where} order by ${order} limit ${limit}
      ) p
    ) b where before < ${MAX_BATCH_BYTES} order by place`;
  const total = rows[0]?.total ?? 0;
  return {
    rows: rows.map(({ version, total: _, ...raw }) => ({ ...layout.toRow(raw), version })),
    more: total === limit || rows.length < total,
  };
}
