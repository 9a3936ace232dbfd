import type { ISql } from "postgres";

/**
 * A timestamptz column as ISO 8601 in UTC with milliseconds, made by PostgreSQL: what postgres.js parses
 * depends on whether Drizzle was put on the same pool (it switches the parsers of times off).
 */
export function isoTime(sql: ISql, column: string) {
  return sql`to_char(${sql(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}
