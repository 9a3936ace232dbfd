import "server-only";
import type { Sql } from "postgres";

/** Unix seconds of 00:00 of a day (YYYY-MM-DD) in an IANA zone; the first moment after it where a clock change skips it. */
export async function localMidnight(sql: Sql, date: string, zone: string): Promise<number> {
  const [row] = await sql<{ at: number }[]>`
    select extract(epoch from (${date}::date::timestamp at time zone ${zone}))::float8 as at`;
  return Math.floor(row!.at);
}
