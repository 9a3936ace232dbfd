import { type Outlook, outlookOf, type Stock } from "./outlook";

const DAY = 86_400;
/** Nobody plans a volume further ahead, and dates end somewhere. */
const FARTHEST_DAYS = 100 * 365;
const POINTS = 48;
/** Over whole weeks, and not over what is overdue already: that goes tomorrow and is no pace. */
const PACE_DAYS = 28;

export type ForecastInput = {
  /** Everything there is, by the rules it is kept by. */
  stocks: readonly Stock[];
  /** What there is now, in the same unit. */
  current: number;
  /** The unit's limit; null: none is known. */
  limit: number | null;
  /** Unix seconds. */
  now: number;
  /** How far ahead to draw; a limit that is reached soon after is drawn as well. */
  horizonDays: number;
  /** Files: what is deleted makes room inside them, and they stay as large as they were. */
  neverShrinks?: boolean;
};

export type ForecastOutput = {
  /** Mean of the next four weeks. */
  perDay: number;
  points: { at: number; low: number; mid: number; high: number }[];
  fullAt: { at: number; from: number | null; to: number | null } | null;
  basedOnDays: number;
  band: "past-errors" | "spread";
};

/**
 * Where the archive is going: the usual arrivals of the last 90 days carried on, less what expires. Null: too few
 * days to say anything.
 */
export function forecast(input: ForecastInput): ForecastOutput | null {
  const { stocks, current, limit, now } = input;
  const outlook = outlookOf(stocks);
  if (outlook === null) return null;
  const change = input.neverShrinks ? neverShrinking(outlook) : outlook.change;
  const { halfWidth, settledAfterDays, basedOnDays, band } = outlook;
  const least = input.neverShrinks ? current : 0;
  const at = (days: number) => ({
    at: secondsAt(now, days),
    low: Math.max(least, current + change(days) - halfWidth(days)),
    mid: Math.max(least, current + change(days)),
    high: Math.max(least, current + change(days) + halfWidth(days)),
  });
  const reach = (value: "low" | "mid" | "high") =>
    limit === null ? null : daysUntil((days) => at(days)[value] >= limit, settledAfterDays);
  const full = reach("mid");
  const end = horizonOf(input.horizonDays, full);
  const orNull = (days: number | null) => (days === null ? null : secondsAt(now, days));
  return {
    perDay: (change(PACE_DAYS + 1) - change(1)) / PACE_DAYS,
    points: Array.from({ length: POINTS + 1 }, (_, step) => at((end * step) / POINTS)),
    fullAt:
      full === null
        ? null
        : { at: secondsAt(now, full), from: orNull(reach("high")), to: orNull(reach("low")) },
    basedOnDays,
    band,
  };
}

/** The most there ever was until then, day by day; a straight line after the last rule is at its end. */
function neverShrinking({ change, settledAfterDays }: Outlook): Outlook["change"] {
  const most = [0];
  const last = Math.ceil(Math.min(settledAfterDays, FARTHEST_DAYS)) + 1;
  for (let day = 1; day <= last; day += 1) most.push(Math.max(most[day - 1] ?? 0, change(day)));
  return (days) => Math.max(most[Math.min(Math.floor(days), last)] ?? 0, change(days));
}

/**
 * Days until it holds; null: never, or not within a life. While rules work a size may rise and fall: day by day
 * until they are at their end, and by halving after that.
 */
function daysUntil(holds: (days: number) => boolean, settledAfterDays: number): number | null {
  if (holds(0)) return 0;
  const settled = Math.min(Math.ceil(settledAfterDays) + 1, FARTHEST_DAYS);
  for (let day = 1; day <= settled; day += 1) if (holds(day)) return halve(holds, day - 1, day);
  return holds(FARTHEST_DAYS) ? halve(holds, settled, FARTHEST_DAYS) : null;
}

/** `low`: it does not hold, `high`: it does. */
function halve(holds: (days: number) => boolean, low: number, high: number): number {
  while (high - low > 0.01) {
    const middle = (low + high) / 2;
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/** A limit that lies within three times the horizon is worth being seen. */
function horizonOf(days: number, full: number | null): number {
  return full === null || full > 3 * days ? days : Math.max(days, full * 1.08);
}

const secondsAt = (now: number, days: number) => Math.round(now + days * DAY);
