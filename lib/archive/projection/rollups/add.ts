import {
  dayOfQuarter,
  monthOf,
  QUARTERS_A_DAY,
  quarterOf,
} from "@/lib/prosody/adoption/rollup-terms";

const DAY = dayOfQuarter("quarter");

/** Sums up to each quarter-hour, added one by one. */
const plus = (column: string) =>
  `array(select a + b from unnest(r.${column}, excluded.${column}) as u(a, b))`;

/**
 * SQL: parts of a WITH that add to the rollup by day what stands in the part
 * `added (host_id, store, kind, quarter, rows, bytes)` before them. `kept_days (ctid, rows)` are its lines as they
 * then are. The caller holds the projection lock exclusively, or is alone.
 */
export const ADD_TO_DAYS = `
  day_quarter as (
    select host_id, store, ${DAY} as day, quarter - ${DAY} * ${QUARTERS_A_DAY} as slot,
      sum(rows) as rows, sum(bytes) as bytes
    from added group by 1, 2, 3, 4
  ), day_sum as (
    select host_id, store, day, slot, sum(q.rows) over w as rows, sum(q.bytes) over w as bytes
    from (select distinct host_id, store, day from day_quarter) d
      cross join generate_series(0, ${QUARTERS_A_DAY - 1}) as s(slot)
      left join day_quarter q using (host_id, store, day, slot)
    window w as (partition by host_id, store, day order by slot)
  ), kept_days as (
    insert into console.rollup_day as r (host_id, store, day, rows, bytes, rows_until, bytes_until)
    select d.host_id, d.store, d.day, d.sums[${QUARTERS_A_DAY}], d.sizes[${QUARTERS_A_DAY}], d.sums, d.sizes
    from (select host_id, store, day, array_agg(coalesce(rows, 0)::int order by slot) as sums,
      array_agg(coalesce(bytes, 0)::bigint order by slot) as sizes from day_sum group by 1, 2, 3) d
    on conflict (host_id, store, day) do update set rows = r.rows + excluded.rows,
      bytes = r.bytes + excluded.bytes, rows_until = ${plus("rows_until")},
      bytes_until = ${plus("bytes_until")}
    returning r.ctid, r.rows
  )`;

/** SQL: the same by kind, with `kept_kinds`. */
export const ADD_TO_KINDS = `
  kept_kinds as (
    insert into console.rollup_kind as r (host_id, store, kind, day, rows, bytes)
    select host_id, store, kind, ${DAY}, sum(rows), sum(bytes) from added group by 1, 2, 3, 4
    on conflict (host_id, store, kind, day) do update set rows = r.rows + excluded.rows,
      bytes = r.bytes + excluded.bytes
    returning r.ctid, r.rows
  )`;

/** SQL: both. */
export const ADD_TO_ROLLUPS = `${ADD_TO_DAYS}, ${ADD_TO_KINDS}`;

/** SQL: the same of `lines (owner_id, kind, "when", size_bytes)`, together with the months of their owners. */
export function addLinesToRollups(lines: string, kind: string): string {
  return `added as (${quartersOf(lines, kind)}), ${ADD_TO_ROLLUPS}, kept_months as (${addMonthsOf(lines)})`;
}

/** `lines`: a table, or a part of a WITH; `kind`: its column, or a number. */
export function quartersOf(lines: string, kind: string): string {
  return `
    select o.host_id, o.store, ${kind} as kind, ${quarterOf('l."when"')} as quarter, count(*) as rows,
      sum(l.size_bytes) as bytes
    from ${lines} l join console.owner o on o.id = l.owner_id group by 1, 2, 3, 4`;
}

export function addMonthsOf(lines: string): string {
  return `
    insert into console.rollup_month as r (owner_id, month, rows, bytes)
    select owner_id, ${monthOf('"when"')}, count(*), sum(size_bytes) from ${lines} group by 1, 2
    on conflict (owner_id, month) do update set rows = r.rows + excluded.rows,
      bytes = r.bytes + excluded.bytes`;
}
