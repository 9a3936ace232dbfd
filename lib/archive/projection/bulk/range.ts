import "server-only";
import type { Queryable } from "@/lib/db/transaction";
import type { Layout } from "@/lib/prosody/layouts/layout";

/** Rows of the archive by `sort_id`: after `after` (exclusive), up to `to` (inclusive). */
export type Range = { after: number; to: number };

/** The values of one range, so that very long messages do not fill the memory. */
const MAX_RANGE_BYTES = 8_388_608;
/** Looked at for one plan: a look at the index and at the lengths, not at the values. */
const PLANNED_ROWS = 50_000;

/**
 * Cuts what comes after `after` into ranges of at most `rows` rows and about 8 MiB; the last one ends at
 * `to` when there are no more than 50,000 rows before it.
 */
export async function planRanges(
  sql: Queryable,
  layout: Layout,
  { after, to }: Range,
  rows: number,
): Promise<Range[]> {
  const ends = await sql<{ end: number; count: number }[]>`
    select max(sort_id)::float8 as end, count(*)::int as count from (
      select sort_id, (row_number() over (order by sort_id) - 1) / ${rows}::int
        + div(sum(bytes) over (order by sort_id rows unbounded preceding) - bytes,
          ${MAX_RANGE_BYTES}::numeric) as bucket
      from (
        select sort_id, coalesce(octet_length(value), 0)::bigint as bytes
        from ${sql.unsafe(layout.table)} where sort_id > ${after}::bigint and sort_id <= ${to}::bigint
        order by sort_id limit ${PLANNED_ROWS}
      ) planned
    ) cut group by bucket order by 1`;
  const seen = ends.reduce((sum, it) => sum + it.count, 0);
  const last = ends.at(-1);
  if (!last) return [{ after, to }];
  if (seen < PLANNED_ROWS) last.end = to;
  return ends.map(({ end }, n) => ({ after: ends[n - 1]?.end ?? after, to: end }));
}

/** Of the rows of a range and their versions: different as soon as one of them is. */
export type Checksum = { count: number; ids: number; low: number; high: number };

const PRIME = 65_521;
/** Versions are weighed in halves of 16 bits, so that no sum leaves what a double holds exactly. */
const HALF = 65_536;

export function checksumOf(ids: ArrayLike<number>, versions: ArrayLike<number>): Checksum {
  const sum = { count: ids.length, ids: 0, low: 0, high: 0 };
  for (let n = 0; n < ids.length; n += 1) {
    const id = (ids[n] ?? 0) % PRIME;
    const version = versions[n] ?? 0;
    sum.ids += id;
    sum.low += (id + 1) * (version % HALF);
    sum.high += (id + 1) * Math.floor(version / HALF);
  }
  return sum;
}

export const isSame = (one: Checksum, other: Checksum): boolean =>
  one.count === other.count &&
  one.ids === other.ids &&
  one.low === other.low &&
  one.high === other.high;

/** The same of what is stored now, for a tenth of what it costs to compare each row. */
export async function checksumNow(
  tx: Queryable,
  layout: Layout,
  { after, to }: Range,
): Promise<Checksum> {
  const [now] = await tx<Checksum[]>`
    select count(*)::float8 as count, coalesce(sum(id), 0)::float8 as ids,
      coalesce(sum((id + 1) * (version % ${HALF}::bigint)), 0)::float8 as low,
      coalesce(sum((id + 1) * (version / ${HALF}::bigint)), 0)::float8 as high
    from (
      select sort_id % ${PRIME}::int as id, xmin::text::bigint as version
      from ${tx.unsafe(layout.table)} where sort_id > ${after}::bigint and sort_id <= ${to}::bigint
    ) stored`;
  return now ?? { count: 0, ids: 0, low: 0, high: 0 };
}
