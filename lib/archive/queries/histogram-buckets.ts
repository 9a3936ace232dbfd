import "server-only";
import type { PendingQuery, Sql } from "postgres";

export type BucketUnit = "day" | "week" | "month";
export type Bucket = { start: number; end: number; rows: number };

/** More buckets than a screen has room for say nothing more. */
const MOST_BUCKETS = 800;
const DAY = 86_400;

/** Days while they fit, then ISO weeks, then months. Seconds, both inclusive. */
export function unitFor(first: number, last: number): BucketUnit {
  const days = Math.ceil((last - first) / DAY) + 2;
  if (days <= MOST_BUCKETS) return "day";
  return days / 7 <= MOST_BUCKETS ? "week" : "month";
}

export type BucketQuestion = {
  unit: BucketUnit;
  /** IANA name: borders are local midnights, so a day may have 23 or 25 hours. */
  zone: string;
  first: number;
  last: number;
};

/**
 * Counts the `at` (unix seconds) of a subquery `stamps` between local borders; empty buckets are there
 * with 0. `clip` narrows the borders to whole days that were asked for.
 */
export function countInBuckets(
  sql: Sql,
  { unit, zone, first, last }: BucketQuestion,
  stamps: (sql: Sql) => PendingQuery<{ at: number }[]>,
) {
  const step = `1 ${unit}`;
  const local = (at: number) =>
    sql`date_trunc(${unit}, to_timestamp(${at}::float8) at time zone ${zone})`;
  return sql<Bucket[]>`
    with border as (
      select extract(epoch from (d at time zone ${zone}))::int as at
      from generate_series(${local(first)}, ${local(last)} + ${step}::interval, ${step}::interval) d
    ), borders as (
      select array_agg(at order by at) as list from border
    ), counted as (
      select width_bucket(s.at, b.list) as slot, count(*)::int as rows
      from borders b cross join (${stamps(sql)}) s group by 1
    )
    select b.list[i] as start, b.list[i + 1] as "end", coalesce(c.rows, 0) as rows
    from borders b cross join generate_series(1, cardinality(b.list) - 1) i
      left join counted c on c.slot = i
    where b.list[i] < b.list[i + 1]
    order by i`;
}
