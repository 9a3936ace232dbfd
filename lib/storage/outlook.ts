import { mean } from "./robust";
import { type Band, bandOf, LEAST_DAYS, LOOK_BACK_DAYS, usualChange } from "./usual-change";

const DAY = 86_400;

/** What is kept by one rule, such as a store of a host. */
export type Stock = {
  /** What is left of each whole day, oldest first, without gaps; the last is the day before now. */
  days: readonly number[];
  /** What is older goes with the next daily clean-up; null: nothing goes, or it is not known. */
  expiresAfterSeconds: number | null;
};

/** Days from now, as fractions; `change` is against what there is now. */
export type Outlook = {
  change: (days: number) => number;
  halfWidth: (days: number) => number;
  /** From then on every rule is at its end: the rest is a straight line. */
  settledAfterDays: number;
  basedOnDays: number;
  band: Band["band"];
};

/**
 * The usual arrivals carried on, and what is old enough taken away. What expires after N days stands still once the
 * arrivals of N days are there: a day comes, a day goes. Null: too few days to say anything.
 */
export function outlookOf(stocks: readonly Stock[]): Outlook | null {
  const known = together(stocks).map(outlookOfOne);
  const parts = known.filter((it) => it !== null);
  if (parts.length === 0 || parts.length < known.length) return null;
  return {
    change: (days) => parts.reduce((sum, it) => sum + it.change(days), 0),
    halfWidth: (days) => parts.reduce((sum, it) => sum + it.halfWidth(days), 0),
    settledAfterDays: Math.max(...parts.map((it) => it.settledAfterDays)),
    basedOnDays: Math.max(...parts.map((it) => it.basedOnDays)),
    band: parts.every((it) => it.band === "past-errors") ? "past-errors" : "spread",
  };
}

/** Under one rule one sum: past forecasts are compared as the whole they were made of. */
function together(stocks: readonly Stock[]): Stock[] {
  const byRule = new Map<number | null, number[]>();
  for (const { days, expiresAfterSeconds } of stocks) {
    const sum = byRule.get(expiresAfterSeconds) ?? [];
    const long = Math.max(sum.length, days.length);
    const of = (list: readonly number[], i: number) => list[i - long + list.length] ?? 0;
    const added = Array.from({ length: long }, (_, i) => of(sum, i) + of(days, i));
    byRule.set(expiresAfterSeconds, added);
  }
  return [...byRule].map(([expiresAfterSeconds, days]) => ({ days, expiresAfterSeconds }));
}

function outlookOfOne({ days, expiresAfterSeconds }: Stock): Outlook | null {
  const life = expiresAfterSeconds === null ? Number.POSITIVE_INFINITY : expiresAfterSeconds / DAY;
  // Older days have lost what expired: they say nothing of what came.
  const whole = days.slice(-Math.max(1, Math.floor(Math.min(life, days.length))));
  if (whole.length < Math.min(LEAST_DAYS, Math.floor(Math.max(1, life)))) return null;
  const recent = whole.slice(-LOOK_BACK_DAYS);
  const rate = usualChange(recent) ?? mean(recent);
  const { band, halfWidth } = bandOf(whole);
  const gone = life === Number.POSITIVE_INFINITY ? () => 0 : leaving(days, life);
  return {
    change: (at) => rate * Math.min(at, life) - gone(at),
    halfWidth: (at) => halfWidth(Math.min(at, life)),
    settledAfterDays: life === Number.POSITIVE_INFINITY ? 0 : Math.max(1, life),
    basedOnDays: recent.length,
    band,
  };
}

/** How much of what there is now has gone after so many days. What is overdue goes with the next daily run. */
function leaving(days: readonly number[], life: number): (at: number) => number {
  const sums = [0];
  for (const amount of days) sums.push((sums.at(-1) ?? 0) + amount);
  const oldest = (count: number) => {
    const within = Math.min(days.length, Math.max(0, count));
    const floor = Math.floor(within);
    return (sums[floor] ?? 0) + (days[floor] ?? 0) * (within - floor);
  };
  const overdue = oldest(days.length - life);
  return (at) => oldest(days.length + at - life) - overdue + overdue * Math.min(1, at);
}
