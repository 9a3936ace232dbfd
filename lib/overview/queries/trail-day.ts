import "server-only";
import type { Grant } from "@/lib/auth/grant";
import { pools } from "@/lib/db/pools";
import type { TrailDay } from "../views";

/** More entries of a day than this are counted as so many: the newest. */
const MOST_ENTRIES = 20_000;

type Line = { action: string; entries: number; refused: number; operators: string[]; last: number };

/** What the trail says of the last 24 hours, by what was done; who, but never about whom. */
export async function getTrailDay(_grant: Grant<"audit.read">): Promise<TrailDay> {
  const sql = pools().interactive;
  const [[head], lines] = await Promise.all([
    sql<{ entries: number }[]>`
      select coalesce(max(seq), 0)::float8 as entries from console.audit_entry`,
    sql<Line[]>`
      with today as materialized (
        select seq, at, action, phase, operator_name from console.audit_entry
        where at > now() - interval '1 day' order by at desc limit ${MOST_ENTRIES}
      )
      select action, count(*)::int as entries,
        (count(*) filter (where phase = 'refused'))::int as refused,
        array_agg(distinct operator_name order by operator_name) as operators,
        extract(epoch from max(at))::float8 as last
      from today group by action order by count(*) desc, action`,
  ]);
  return {
    entries: head?.entries ?? 0,
    today: lines.reduce((sum, it) => sum + it.entries, 0),
    refused: lines.reduce((sum, it) => sum + it.refused, 0),
    actions: lines.map(({ refused: _, ...line }) => line),
  };
}
