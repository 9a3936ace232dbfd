/** Seconds of the finest step that rollups know: borders of days in every zone fall on one. */
export const QUARTER_SECONDS = 900;
export const QUARTERS_A_DAY = 96;

/** In rollups: rows of stores that are only counted have no kind. */
export const COUNTED_KIND = -1;

/** SQL: quarter-hours since 1970 (UTC) of a column in unix seconds; right before 1970, too. */
export const quarterOf = (column: string) => `floor(${column}::float8 / ${QUARTER_SECONDS})::int`;

/** SQL: days since 1970 of a column in quarter-hours. */
export const dayOfQuarter = (column: string) => `floor(${column} / ${QUARTERS_A_DAY}.0)::int`;

/** SQL: months since year 0 (UTC), January = 0, of a column in unix seconds. */
export function monthOf(column: string): string {
  const date = `(date '1970-01-01' + floor(${column}::float8 / 86400)::int)`;
  return `(date_part('year', ${date}) * 12 + date_part('month', ${date}) - 1)::int`;
}
