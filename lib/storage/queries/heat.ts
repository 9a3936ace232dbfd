import "server-only";
import type { Sql } from "postgres";
import type { Grant } from "@/lib/auth/grant";
import { cancellable } from "@/lib/db/cancel";
import { pools } from "@/lib/db/pools";
import { heatMap } from "../heat-map";
import type { Counted, HeatMap } from "../views";
import { dayStart, localDay } from "../zone-days";
import { hostNames, ofHost } from "./amounts";
import { offsetsOf } from "./offsets";
import { firstOfRollups } from "./rollup-first";
import { whenCounted } from "./when-counted";

export type HeatCriteria = {
  zone: string;
  /** Of whole weeks, up to yesterday. */
  weeks: number;
  host: string | null;
};

/** When rows are archived: hour by weekday, of every store. */
export function getHeatMap(
  _grant: Grant<"storage.read">,
  criteria: HeatCriteria,
  signal: AbortSignal | null = null,
): Promise<Counted<HeatMap>> {
  return whenCounted(() => count(pools().interactive, criteria, signal));
}

async function count(
  sql: Sql,
  { zone, weeks: asked, host }: HeatCriteria,
  signal: AbortSignal | null,
): Promise<HeatMap> {
  const [offsets, beginning, names] = await Promise.all([
    offsetsOf(sql, zone),
    firstOfRollups(sql),
    hostNames(sql),
  ]);
  const now = Math.floor(Date.now() / 1_000);
  const today = localDay(offsets, now);
  const age = today - localDay(offsets, Math.min(beginning ?? now, now));
  const weeks = Math.max(1, Math.min(asked, Math.floor(age / 7)));
  const days = { first: today - 7 * weeks, last: today - 1 };
  const hostId = host === null ? null : (names.find((it) => it.host === host)?.id ?? -1);
  const [from, to] = [dayStart(offsets, days.first), dayStart(offsets, today)];
  const query = sql<{ day: number; rowsUntil: number[] }[]>`
    select r.day, r.rows_until as "rowsUntil" from console.rollup_day r
    where r.day between ${Math.floor(from / 86_400)}::int and ${Math.floor((to - 1) / 86_400)}::int
      ${ofHost(sql, hostId)}`;
  const lines = await cancellable(query, signal);
  return { zone, weeks, ...heatMap(lines, offsets, { ...days, from, to }) };
}
