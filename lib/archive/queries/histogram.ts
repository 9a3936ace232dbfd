import "server-only";
import type { Sql } from "postgres";
import type { Grant } from "@/lib/auth/grant";
import { cancellable } from "@/lib/db/cancel";
import { pools } from "@/lib/db/pools";
import type { OwnerRef } from "../criteria";
import type { HistogramView } from "../views";
import { directStamps } from "./direct-stamps";
import { countInBuckets, unitFor } from "./histogram-buckets";
import { isProjected } from "./is-projected";
import { localMidnight } from "./local-midnight";
import { findOwnerScope } from "./owner-scope";
import { projectedStamps } from "./projected-stamps";

export type HistogramCriteria = OwnerRef & {
  peer: string | null;
  /** IANA name. */
  zone: string;
  /** Local days, YYYY-MM-DD, both inclusive. */
  from: string | null;
  to: string | null;
};

/** Where stamps come from: an index that has them in order. Seconds, both ends inclusive. */
export type Stamps = {
  span(): Promise<{ first: number | null; last: number | null }>;
  /** More rows between than may be counted. */
  tooMany(first: number, last: number): Promise<boolean>;
  between(first: number, last: number): Parameters<typeof countInBuckets>[2];
};

const EMPTY = { buckets: [], rows: 0, missing: false } as const;

/** Archive rows a day (weeks, months when there are too many days) of an owner or one conversation. */
export async function getHistogram(
  _grant: Grant<"archive.browse">,
  criteria: HistogramCriteria,
  signal: AbortSignal | null = null,
): Promise<HistogramView> {
  const sql = pools().interactive;
  const stamps = await stampsOf(sql, criteria);
  const { zone } = criteria;
  const whole = await stamps.span();
  const range = await clip(sql, criteria, whole);
  if (!range) return { ...EMPTY, buckets: [], zone, unit: "day", ...whole };
  const unit = unitFor(range.first, range.last);
  if (await stamps.tooMany(range.first, range.last)) {
    return { ...EMPTY, buckets: [], zone, unit, ...whole, missing: true };
  }
  const between = stamps.between(range.first, range.last);
  const counted = await cancellable(countInBuckets(sql, { unit, zone, ...range }, between), signal);
  const buckets = [...counted];
  const rows = buckets.reduce((sum, it) => sum + it.rows, 0);
  return { zone, unit, missing: false, buckets, rows, ...whole };
}

async function stampsOf(sql: Sql, criteria: HistogramCriteria): Promise<Stamps> {
  return (await isProjected())
    ? projectedStamps(sql, await findOwnerScope(sql, criteria), criteria.peer)
    : directStamps(sql, criteria, criteria.peer);
}

/** The span that is asked for; without a range from the first row to the last. */
async function clip(
  sql: Sql,
  { from, to, zone }: HistogramCriteria,
  { first, last }: { first: number | null; last: number | null },
) {
  if (first === null || last === null) return null;
  const begin = from === null ? first : await localMidnight(sql, from, zone);
  const end = to === null ? last : (await localMidnight(sql, dayAfter(to), zone)) - 1;
  return begin <= end ? { first: begin, last: end } : null;
}

function dayAfter(date: string): string {
  const next = new Date(`${date}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}
