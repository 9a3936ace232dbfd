import "server-only";
import type { Sql } from "postgres";
import type { Grant } from "@/lib/auth/grant";
import { pools } from "@/lib/db/pools";
import { bucketDays, stepFor } from "../buckets";
import type { Counted, Growth, SplitBy, Step } from "../views";
import { dayOf, dayStart, localDay } from "../zone-days";
import { hostNames } from "./amounts";
import { offsetsOf } from "./offsets";
import { addDays } from "./rollup-days";
import { firstOfRollups } from "./rollup-first";
import { addKinds } from "./rollup-kinds";
import { toSeries } from "./to-series";
import { whenCounted } from "./when-counted";

export type GrowthCriteria = {
  split: SplitBy;
  /** IANA name. */
  zone: string;
  /** Local days, YYYY-MM-DD, both inclusive; null: from the first row, to today. */
  from: string | null;
  to: string | null;
  /** null: what fits. Wider than asked for where there are too many buckets. */
  step: Step | null;
  host: string | null;
};

/** Rows and bytes by time of archiving, as far as they are still there. Kinds are known by UTC day only. */
export function getGrowth(
  _grant: Grant<"storage.read">,
  criteria: GrowthCriteria,
  signal: AbortSignal | null = null,
): Promise<Counted<Growth>> {
  return whenCounted(() => count(pools().interactive, criteria, signal));
}

async function count(
  sql: Sql,
  { split, from, to, step: asked, host, ...lens }: GrowthCriteria,
  signal: AbortSignal | null,
): Promise<Growth> {
  const zone = split === "kind" ? "UTC" : lens.zone;
  const [offsets, beginning, names] = await Promise.all([
    offsetsOf(sql, zone),
    firstOfRollups(sql),
    hostNames(sql),
  ]);
  const asOf = Math.floor(Date.now() / 1_000);
  const last = to === null ? localDay(offsets, asOf) : dayOf(to);
  const begin = from === null ? localDay(offsets, beginning ?? asOf) : dayOf(from);
  const first = Math.min(begin, last);
  const step = stepFor(last - first + 1, asked);
  const borders = bucketDays(first, last, step).map((day) => dayStart(offsets, day));
  const hostId = host === null ? null : (names.find((it) => it.host === host)?.id ?? -1);
  const question = { split, borders, hostId };
  const amounts = await (split === "kind"
    ? addKinds(sql, question, signal)
    : addDays(sql, { ...question, split }, signal));
  return {
    zone,
    step,
    starts: borders.slice(0, -1),
    end: borders.at(-1) ?? asOf,
    split,
    ...toSeries(amounts, borders.length - 1, split, names),
    asOf,
  };
}
