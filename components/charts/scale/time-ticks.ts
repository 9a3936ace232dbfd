import { addDays, dayKey, dayStart } from "@/lib/format/day";

export type TimeTick = { at: number; label: string };

type Step = { days?: number; months?: number };
const STEPS: readonly Step[] = [
  { days: 1 },
  { days: 2 },
  { days: 7 },
  { days: 14 },
  { months: 1 },
  { months: 2 },
  { months: 3 },
  { months: 6 },
  { months: 12 },
  { months: 24 },
  { months: 60 },
  { months: 120 },
];
const MONTH_DAYS = 30.44;
const DAY = 86_400;

const daysOf = ({ days = 0, months = 0 }: Step) => days + months * MONTH_DAYS;

/**
 * Round dates between two times (Unix seconds, both inclusive), at local midnights of the zone: at
 * most `most` of them. Days as `03-18`, months as `2026-03`, years as `2026`.
 */
export function timeTicks(from: number, to: number, zone: string, most: number): TimeTick[] {
  const span = (to - from) / DAY;
  const step = STEPS.find((it) => span / daysOf(it) <= most) ?? { months: 120 };
  return keysOf(from, to, zone, step)
    .map((key) => ({ at: dayStart(key, zone), label: labelOf(key, step) }))
    .filter(({ at }) => at >= from && at <= to);
}

function keysOf(from: number, to: number, zone: string, { days, months }: Step): string[] {
  const last = dayKey(to, zone);
  const keys: string[] = [];
  if (days) {
    for (let key = firstOfStep(dayKey(from, zone), days); key <= last; key = addDays(key, days))
      keys.push(key);
    return keys;
  }
  const every = months ?? 1;
  const [year = 1970, month = 1] = dayKey(from, zone).split("-").map(Number);
  const start = Math.floor((year * 12 + month - 1) / every) * every;
  for (let at = start; monthKey(at) <= last; at += every) keys.push(monthKey(at));
  return keys;
}

/** Counted from a Monday, so that the same days are named however the range is moved. */
function firstOfStep(key: string, days: number): string {
  const day = Math.floor(Date.parse(`${key}T00:00:00Z`) / 1000 / DAY);
  const monday = 4;
  return addDays(key, -((((day - monday) % days) + days) % days));
}

function monthKey(months: number): string {
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, "0")}-01`;
}

function labelOf(key: string, { days, months }: Step): string {
  if (days) return key.slice(5);
  return (months ?? 1) >= 12 ? key.slice(0, 4) : key.slice(0, 7);
}
