import type { AheadPoint } from "@/components/charts/time/time-chart-props";
import type { Forecast } from "@/lib/storage/views";

/** A limit this many times above everything else would press the rest to the ground. */
const WORTH_SHOWING = 2.5;

export type Expected = {
  points: AheadPoint[];
  /** The largest value that has to be in the picture. */
  most: number;
  limit: (NonNullable<Forecast["limit"]> & { shown: boolean }) | null;
  fullAt: Forecast["fullAt"];
};

const NOTHING: Expected = { points: [], most: 0, limit: null, fullAt: null };

/**
 * What of a forecast belongs into the picture: no longer than the past that is shown, unless the day
 * the limit is reached lies in it, and beginning where the measured ends.
 */
export function expectedOf(
  forecast: Forecast | null,
  { from, known, now }: { from: number; known: number; now: number },
): Expected {
  const start = forecast?.points[0];
  if (!forecast || !start) return NOTHING;
  const longest = known + Math.max(known - from, (known - from) * 0.25);
  const end = forecast.points.at(-1)?.at ?? known;
  const until = Math.min(longest, end);
  const points = [
    { at: known, low: now, mid: now, high: now },
    ...forecast.points.filter((it) => it.at > known && it.at <= until),
  ];
  const most = Math.max(...points.map((it) => it.high));
  const limit = forecast.limit && {
    ...forecast.limit,
    shown: forecast.limit.value <= WORTH_SHOWING * Math.max(most, now),
  };
  return {
    points: points.length > 1 ? points : [],
    most: limit?.shown ? Math.max(most, limit.value * 1.04) : most,
    limit,
    fullAt: forecast.fullAt,
  };
}
