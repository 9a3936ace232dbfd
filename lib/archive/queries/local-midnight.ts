import "server-only";
import type { Sql } from "postgres";

/** Prosody's `when` is int4: whatever lies beyond is before or after every row. */
const INT4 = 2_147_483_647;

/** Unix seconds of 00:00 of a day (YYYY-MM-DD) in an IANA zone; the first moment after it where a clock change skips it. */
export async function localMidnight(sql: Sql, date: string, zone: string): Promise<number> {
  const [row] = await sql<{ at: number }[]>`
    select extract(epoch from (${date}::date::timestamp at time zone ${zone}))::float8 as at`;
  return Math.min(Math.max(Math.floor(row!.at), -INT4), INT4);
}
