import "server-only";
import type { Queryable } from "@/lib/db/transaction";
import {
  COUNTED_KIND,
  dayOfQuarter,
  monthOf,
  quarterOf,
} from "@/lib/prosody/adoption/rollup-terms";

type Amount = { rows: number; bytes: number };
export type QuarterDifference = Amount & { hostId: number; store: string; quarter: number };
export type KindDifference = Amount & { hostId: number; store: string; kind: number; day: number };
export type MonthDifference = Amount & { ownerId: number; month: number };

/** What rollups (with the notes that wait) have more than the lines of the projection; negative: less. */
export type Difference = {
  quarters: QuarterDifference[];
  kinds: KindDifference[];
  months: MonthDifference[];
};

/** UTC months: first day (inclusive) and last day (exclusive) since 1970; months as in rollup_month. */
export type Span = { fromDay: number; toDay: number; fromMonth: number; toMonth: number };

/**
 * Counts the lines of whole UTC months again. Whoever deletes or adds lines changes notes or rollups in the same
 * transaction, so each difference is the same in every snapshot, however busy the archive is: it may be taken
 * away later. Cost grows with the lines of the span.
 */
export async function differenceOf(sql: Queryable, span: Span): Promise<Difference> {
  return {
    quarters: await quarters(sql, span),
    kinds: await kinds(sql, span),
    months: await months(sql, span),
  };
}

/** Every line of the span: owner_id, kind, when, size_bytes, and its host and store. */
function lines(sql: Queryable, { fromDay, toDay }: Span) {
  const [from, to] = [fromDay * 86_400, toDay * 86_400];
  return sql`(
    select l.*, o.host_id, o.store from (
      select owner_id, kind, "when", size_bytes from console.message
      where "when" >= ${from}::bigint and "when" < ${to}::bigint
      union all
      select owner_id, ${COUNTED_KIND}::smallint, "when", size_bytes from console.counted
      where "when" >= ${from}::bigint and "when" < ${to}::bigint
    ) l join console.owner o on o.id = l.owner_id) l`;
}

const dayOfNote = (sql: Queryable) => sql.unsafe(dayOfQuarter("quarter"));

function quarters(sql: Queryable, span: Span) {
  const inside = sql`between ${span.fromDay}::int and ${span.toDay - 1}::int`;
  return sql<QuarterDifference[]>`
    select host_id::int as "hostId", store, quarter, sum(rows)::float8 as rows,
      sum(bytes)::float8 as bytes
    from (
      select host_id, store, day * 96 + k - 1 as quarter,
        rows_until[k] - coalesce(rows_until[k - 1], 0) as rows,
        bytes_until[k] - coalesce(bytes_until[k - 1], 0) as bytes
      from console.rollup_day cross join generate_series(1, 96) k where day ${inside}
      union all
      select host_id, store, quarter, rows, bytes from console.rollup_note
      where ${dayOfNote(sql)} ${inside}
      union all
      select host_id, store, ${sql.unsafe(quarterOf('"when"'))}, -1, -size_bytes
      from ${lines(sql, span)}
    ) a group by 1, 2, 3 having sum(rows) <> 0 or sum(bytes) <> 0`;
}

function kinds(sql: Queryable, span: Span) {
  const inside = sql`between ${span.fromDay}::int and ${span.toDay - 1}::int`;
  return sql<KindDifference[]>`
    select host_id::int as "hostId", store, kind::int, day, sum(rows)::float8 as rows,
      sum(bytes)::float8 as bytes
    from (
      select host_id, store, kind, day, rows, bytes from console.rollup_kind where day ${inside}
      union all
      select host_id, store, kind, ${dayOfNote(sql)}, rows, bytes
      from console.rollup_note where ${dayOfNote(sql)} ${inside}
      union all
      select host_id, store, kind, floor("when" / 86400.0)::int, -1, -size_bytes
      from ${lines(sql, span)}
    ) a group by 1, 2, 3, 4 having sum(rows) <> 0 or sum(bytes) <> 0`;
}

/** Notes of owners that are gone mean nothing any more. */
function months(sql: Queryable, span: Span) {
  const inside = sql`between ${span.fromMonth}::int and ${span.toMonth - 1}::int`;
  return sql<MonthDifference[]>`
    select owner_id as "ownerId", month, sum(a.rows)::float8 as rows, sum(a.bytes)::float8 as bytes
    from (
      select owner_id, month, rows, bytes from console.rollup_month where month ${inside}
      union all
      select owner_id, month, rows, bytes from console.rollup_month_note where month ${inside}
      union all
      select owner_id, ${sql.unsafe(monthOf('"when"'))}, -1, -size_bytes from ${lines(sql, span)}
    ) a join console.owner o on o.id = a.owner_id
    group by 1, 2 having sum(a.rows) <> 0 or sum(a.bytes) <> 0`;
}
