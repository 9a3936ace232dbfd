import "server-only";
import type { Sql } from "postgres";
import { auditRead } from "@/lib/audit/read";
import { cancellable } from "@/lib/db/cancel";
import { pools } from "@/lib/db/pools";
import { requireNoWords, requireReadings, type SearchAccess } from "../access";
import { COUNTED_EXACTLY, type SearchCriteria } from "../criteria";
import { withinLimits } from "../limiter";
import type { MatchCount } from "../views";
import { indexedConditions, inRange, otherConditions } from "./conditions";
import { findMatches } from "./find";
import { shareSince } from "./frequencies";
import { resolveScope, type Scope } from "./scope";
import { aboutSearch } from "./search";

/** On demand an exact count may take this long; it can be cancelled. */
const EXACT_MS = 60_000;

type Options = { exact: boolean };

/**
 * How many messages match: exact up to a thousand, then estimated from how fast the first thousand came,
 * or counted to the end on demand. Even a number tells about words, so it takes the same readings and
 * stands on the trail.
 */
export async function countMatches(
  access: SearchAccess,
  criteria: SearchCriteria,
  options: Options,
  signal: AbortSignal | null = null,
): Promise<MatchCount> {
  const run = () => count(access, criteria, options, signal);
  const limited = <T>(work: () => Promise<T>) => withinLimits(access.grant, { signal }, work);
  if (access.readings === null) {
    requireNoWords(access.grant, criteria);
    return limited(run);
  }
  requireReadings(access.grant, access.readings);
  const { subject, details } = aboutSearch(access.readings, criteria);
  const about = { action: "search.text" as const, subject, details: { ...details, what: "count" } };
  return limited(() => auditRead(access.grant, about, run, () => []));
}

async function count(
  { readings }: SearchAccess,
  criteria: SearchCriteria,
  { exact }: Options,
  signal: AbortSignal | null,
): Promise<MatchCount> {
  const begin = performance.now();
  const sql = pools().search;
  const scope = await resolveScope(sql, criteria, readings?.map((it) => it.scope) ?? null, signal);
  const found = exact
    ? { count: await countAll(sql, scope, signal), exact: true }
    : await countSome(sql, scope, signal);
  return { ...found, elapsedMs: performance.now() - begin };
}

async function countSome(sql: Sql, scope: Scope, signal: AbortSignal | null) {
  const options = { order: "newest", from: null, limit: COUNTED_EXACTLY + 1, signal } as const;
  const { rows, cut } = await findMatches(sql, scope, options);
  if (rows.length <= COUNTED_EXACTLY) return { count: rows.length, exact: !cut };
  const share = await shareSince(sql, scope.range, rows.at(-1)?.stamp ?? 0);
  return { count: Math.max(rows.length, Math.round(rows.length / share)), exact: false };
}

async function countAll(sql: Sql, scope: Scope, signal: AbortSignal | null): Promise<number> {
  return sql.begin(async (tx) => {
    await tx`select set_config('statement_timeout', ${String(EXACT_MS)}, true)`;
    const [row] = await cancellable(
      tx<{ count: number }[]>`
        select count(*)::float8 as count from console.message m
        where ${indexedConditions(tx, scope)} and ${otherConditions(tx, scope)}
          and ${inRange(tx, scope, tx`m."when"`)}`,
      signal,
    );
    return row?.count ?? 0;
  }) as Promise<number>;
}
