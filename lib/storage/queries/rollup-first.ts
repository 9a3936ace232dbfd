import "server-only";
import type { Sql } from "postgres";

/** Beginning of the first quarter-hour with a row, unix seconds; null: there is none. */
export async function firstOfRollups(sql: Sql): Promise<number | null> {
  const [row] = await sql<{ first: number | null }[]>`
    select min(day * 86400.0 + 900 * coalesce(cardinality(array_positions(rows_until, 0)), 0))::float8
      as first
    from console.rollup_day where day = (select min(day) from console.rollup_day)`;
  return row?.first ?? null;
}
