import { mean, quantile, trimmedMean } from "./robust";

/** Half a season of an archive: long enough for weeks to average out, short enough to follow a change. */
export const LOOK_BACK_DAYS = 90;
/** Below this many days there is nothing to go by. */
export const LEAST_DAYS = 7;
/** A past forecast is only worth comparing when it had this much to go by. */
const LEAST_LESSON_DAYS = 28;
/** How far ahead past forecasts are compared with what came: whole weeks, as the forecasts are made of. */
const HORIZONS = [7, 28, 56, 91];
/** Fewer comparisons than this are chance. */
const LEAST_ERRORS = 5;
/** The band holds four of five errors. */
const HELD = 0.8;
/** Of a normal spread, in standard deviations: the middle 80 %. */
const HELD_SIGMAS = 1.2816;
const TRIM = 0.2;
const WEEK = 7;

/**
 * The usual change of a day; null: too few days. Whole weeks are compared, and the fifth at either end is left aside,
 * so that one import or one purge is not taken for a habit.
 */
export function usualChange(changes: readonly number[]): number | null {
  if (changes.length < LEAST_DAYS) return null;
  const weeks = weekSums(changes);
  return weeks.length < 3 ? mean(changes) : trimmedMean(weeks, TRIM) / WEEK;
}

/** Sums of whole weeks, counted back from the last day, oldest first. */
function weekSums(changes: readonly number[]): number[] {
  const sums: number[] = [];
  for (let end = changes.length; end >= WEEK; end -= WEEK) {
    sums.unshift(changes.slice(end - WEEK, end).reduce((sum, it) => sum + it, 0));
  }
  return sums;
}

export type Band = { band: "past-errors" | "spread"; halfWidth: (days: number) => number };

/** How far off such a forecast is: by what past ones missed, or else by how much weeks differ. */
export function bandOf(changes: readonly number[]): Band {
  const known = HORIZONS.map((days) => ({ days, errors: pastErrors(changes, days) }))
    .filter(({ errors }) => errors.length >= LEAST_ERRORS)
    .map(({ days, errors }) => ({ days, width: quantile(errors, HELD) }));
  if (known.length === 0) return { band: "spread", halfWidth: spread(changes) };
  return { band: "past-errors", halfWidth: (days) => widthAt(known, days) };
}

/** What the same method, asked each week in the past, got wrong after `ahead` days; absolute. */
export function pastErrors(changes: readonly number[], ahead: number): number[] {
  const errors: number[] = [];
  for (let origin = changes.length - ahead; origin >= LEAST_LESSON_DAYS; origin -= WEEK) {
    const perDay = usualChange(changes.slice(Math.max(0, origin - LOOK_BACK_DAYS), origin));
    const came = changes.slice(origin, origin + ahead).reduce((sum, it) => sum + it, 0);
    if (perDay !== null) errors.push(Math.abs(came - perDay * ahead));
  }
  return errors;
}

/** Between measured horizons in a straight line, beyond the last in proportion; never narrower than before. */
function widthAt(known: readonly { days: number; width: number }[], days: number): number {
  let before = { days: 0, width: 0 };
  for (const { days: at, width } of known) {
    const here = { days: at, width: Math.max(before.width, width) };
    if (days <= at) {
      const share = (days - before.days) / (here.days - before.days);
      return before.width + (here.width - before.width) * share;
    }
    before = here;
  }
  return (before.width / before.days) * days;
}

/** Weeks as independent draws: the width grows with the root of time. */
function spread(changes: readonly number[]): (days: number) => number {
  const weeks = weekSums(changes);
  const values = weeks.length >= 3 ? weeks : changes.map((it) => it * WEEK);
  const middle = mean(values);
  const sigma = Math.sqrt(mean(values.map((it) => (it - middle) ** 2)));
  return (days) => HELD_SIGMAS * sigma * Math.sqrt(days / WEEK);
}
