import "server-only";
import type { Sql } from "postgres";
import { cancellable } from "@/lib/db/cancel";
import { type Amount, type AmountsQuestion, ofHost } from "./amounts";

/**
 * Adds the lines of UTC days up between borders of another zone. A line is cut at each border inside its day:
 * what lies between the quarter-hours `low` and `high` is the difference of two sums.
 */
export async function addDays(
  sql: Sql,
  { split, borders, hostId }: AmountsQuestion & { split: "host" | "store" },
  signal: AbortSignal | null,
): Promise<Amount[]> {
  const quarters = borders.map((at) => Math.floor(at / 900));
  const key = split === "host" ? sql`r.host_id` : sql`r.store`;
  const until = (column: string) =>
    sql.unsafe(`coalesce(r.${column}[p.high], 0) -
    coalesce(r.${column}[p.low], 0)`);
  const query = sql<Amount[]>`
    with b as materialized (select ${quarters}::int[] as at)
    select ${key} as key, p.bucket, sum(${until("rows_until")})::float8 as rows,
      sum(${until("bytes_until")})::float8 as bytes
    from b cross join console.rollup_day r cross join lateral (
      select bucket, greatest(0, b.at[bucket] - r.day * 96) as low,
        least(96, b.at[bucket + 1] - r.day * 96) as high
      from generate_series(width_bucket(r.day * 96, b.at), width_bucket(r.day * 96 + 95, b.at)) bucket
    ) p
    where true ${ofHost(sql, hostId)}
    group by 1, 2`;
  return cancellable(query, signal);
}
