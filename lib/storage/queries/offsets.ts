import "server-only";
import type { Sql } from "postgres";
import { everyProcess } from "@/lib/db/singleton";
import { sqlState } from "@/lib/db/transaction";
import { refusal } from "@/lib/refusal";
import type { Offset } from "../zone-days";

const known = everyProcess("offsets", () => new Map<string, Promise<Offset[]>>());
const MOST_KNOWN = 50;
/** Of Prosody's `when`, an int4: 1970 to 2038. */
const LAST_DAY = 24_855;
const INVALID_PARAMETER = "22023";

/**
 * A zone's offsets as PostgreSQL knows them, to the quarter-hour; asked once per process. 50 ms.
 *
 * @throws ConsoleError `invalid` for a zone that the server does not know
 */
export function offsetsOf(sql: Sql, zone: string): Promise<Offset[]> {
  if (zone === "UTC") return Promise.resolve([{ at: 0, seconds: 0 }]);
  const before = known.get(zone);
  if (before) return before;
  const asked = ask(sql, zone);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(zone, asked);
  asked.catch(() => known.delete(zone));
  return asked;
}

/** Days whose ends have different offsets are looked at by quarter-hours. */
async function ask(sql: Sql, zone: string): Promise<Offset[]> {
  const offset = (at: string) => sql`
    extract(epoch from (to_timestamp(${sql.unsafe(at)}) at time zone ${zone})
      - (to_timestamp(${sql.unsafe(at)}) at time zone 'UTC'))::int`;
  try {
    return await sql<Offset[]>`
      with days as (
        select d, ${offset("d * 86400.0")} as seconds from generate_series(0, ${LAST_DAY}) d
      ), changed as (
        select d - 1 as d from (select d, seconds, lag(seconds) over (order by d) as before from days) l
        where seconds <> before
      ), moments as (
        select d * 86400.0 + q * 900.0 as at from changed cross join generate_series(0, 96) q
      ), local as (
        select distinct at, ${offset("at")} as seconds from moments
      )
      select 0::float8 as at, seconds from days where d = 0
      union all
      select at::float8, seconds
      from (select at, seconds, lag(seconds) over (order by at) as before from local) l
      where seconds <> before and at > 0
      order by at`;
  } catch (error) {
    if (sqlState(error) !== INVALID_PARAMETER) throw error;
    throw refusal("invalid", "zone-unknown", { field: "zone" });
  }
}
