import type { Step } from "./views";
import { weekdayOf } from "./zone-days";

/** More points than a screen has room for say nothing more. */
const MOST_BUCKETS = 1_600;
const DAYS_OF = { day: 1, week: 7, month: 30 } as const;

/** Days while they can be told apart, then weeks (from Monday), then months; never more than fit. */
export function stepFor(days: number, asked: Step | null): Step {
  const fits = (step: Step) => days / DAYS_OF[step] <= MOST_BUCKETS;
  const usual = days <= 120 ? "day" : days <= 900 ? "week" : "month";
  const step = asked ?? usual;
  return fits(step) ? step : step === "day" && fits("week") ? "week" : "month";
}

/**
 * First days (since 1970, local) of the buckets that hold `first` to `last` (both inclusive), and at the end
 * the first day after them. Weeks and months are whole ones.
 */
export function bucketDays(first: number, last: number, step: Step): number[] {
  if (step === "month") return monthDays(first, last);
  const begin = step === "week" ? first - weekdayOf(first) : first;
  const days = [begin];
  for (let day = begin; day <= last; ) {
    day += DAYS_OF[step];
    days.push(day);
  }
  return days;
}

function monthDays(first: number, last: number): number[] {
  const begin = new Date(first * 86_400_000);
  const days: number[] = [];
  for (let month = begin.getUTCMonth(); ; month += 1) {
    const day = Date.UTC(begin.getUTCFullYear(), month) / 86_400_000;
    days.push(day);
    if (day > last) return days;
  }
}
