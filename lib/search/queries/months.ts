import "server-only";
import type { Sql } from "postgres";
import { auditRead } from "@/lib/audit/read";
import { cancellable } from "@/lib/db/cancel";
import { pools } from "@/lib/db/pools";
import { frequencyOf } from "@/lib/lexemes/positive";
import { requireNoWords, requireReadings, type SearchAccess } from "../access";
import type { SearchCriteria } from "../criteria";
import { withinLimits } from "../limiter";
import type { MatchMonths } from "../views";
import { indexedConditions, inRange, otherConditions } from "./conditions";
import { frequencies } from "./frequencies";
import { resolveScope, type Scope } from "./scope";
import { aboutSearch } from "./search";

/** So many matches are counted one by one; more are estimated from a sample of pages. */
const COUNTED = 20_000;
const SAMPLED_ROWS = 60_000;

/** Matches by calendar month in the zone of the lens. Takes the same readings as the search itself. */
export async function matchesByMonth(
  access: SearchAccess,
  criteria: SearchCriteria,
  signal: AbortSignal | null = null,
): Promise<MatchMonths> {
  const run = () => read(access, criteria, signal);
  const limited = <T>(work: () => Promise<T>) => withinLimits(access.grant, { signal }, work);
  if (access.readings === null) {
    requireNoWords(access.grant, criteria);
    return limited(run);
  }
  requireReadings(access.grant, access.readings);
  const { subject, details } = aboutSearch(access.readings, criteria);
  const about = {
    action: "search.text" as const,
    subject,
    details: { ...details, what: "months" },
  };
  return limited(() => auditRead(access.grant, about, run, () => []));
}

async function read(
  { readings }: SearchAccess,
  criteria: SearchCriteria,
  signal: AbortSignal | null,
): Promise<MatchMonths> {
  const sql = pools().search;
  const scope = await resolveScope(sql, criteria, readings?.map((it) => it.scope) ?? null, signal);
  const percent = await samplePercent(sql, scope);
  const rows = await cancellable(monthsQuery(sql, scope, criteria.zone, percent), signal);
  const factor = percent === null ? 1 : 100 / percent;
  const counts = new Map(rows.map((it) => [it.month, Math.round(it.count * factor)]));
  return { months: withoutGaps(counts), exact: percent === null };
}

/** null: few enough to count. One archive is always counted: the index holds its matches together. */
async function samplePercent(sql: Sql, scope: Scope): Promise<number | null> {
  if (scope.owners || scope.rowIds || scope.pieces) return null;
  const { of, rows } = await frequencies(sql);
  const frequency = scope.match ? frequencyOf(scope.match, of) : 1;
  if (frequency * rows <= COUNTED || rows <= SAMPLED_ROWS) return null;
  return Math.min(100, (SAMPLED_ROWS / rows) * 100);
}

function monthsQuery(sql: Sql, scope: Scope, zone: string, percent: number | null) {
  const sample = percent === null ? sql`` : sql`tablesample system (${percent}::float4)`;
  return sql<{ month: string; count: number }[]>`
    select to_char(to_timestamp(m."when") at time zone ${zone}, 'YYYY-MM') as month,
      count(*)::float8 as count
    from console.message m ${sample}
    where ${indexedConditions(sql, scope)} and ${otherConditions(sql, scope)}
          and ${inRange(sql, scope, sql`m."when"`)}
    group by 1 order by 1`;
}

function withoutGaps(counts: Map<string, number>): MatchMonths["months"] {
  const found = [...counts.keys()].sort();
  const [first, last] = [found[0], found.at(-1)];
  if (first === undefined || last === undefined) return [];
  const months: MatchMonths["months"] = [];
  for (let month = first; month <= last; month = following(month)) {
    months.push({ month, count: counts.get(month) ?? 0 });
  }
  return months;
}

function following(month: string): string {
  const [year = 0, of = 1] = month.split("-").map(Number);
  const next = of === 12 ? [year + 1, 1] : [year, of + 1];
  return `${String(next[0]).padStart(4, "0")}-${String(next[1]).padStart(2, "0")}`;
}
