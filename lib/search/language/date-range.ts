import { addDays, dayKey, dayStart } from "@/lib/format/day";
import { zoneOffset } from "@/lib/format/zone";
import { type Moment, readMoment } from "./moment";
import type { Filters } from "./query";

/** Unix seconds, both inclusive, null: open. */
export type DateRange = { from: number | null; to: number | null };

const DAY = 86_400;

/** Prosody keeps 32 bits of seconds. */
const LATEST = 2_147_483_647;

/**
 * The moments that after:, before:, on: and during: leave, read in the zone. `after:2026-03-05` begins
 * with that day and `before:2026-03-05` ends before it; a time of the clock is itself inside, as in MAM.
 * `now` (Unix seconds) is what 7d and today count from; keep it while paging.
 */
export function dateRange(
  { after, before, within }: Pick<Filters, "after" | "before" | "within">,
  zone: string,
  now: number = Math.floor(Date.now() / 1000),
): DateRange {
  const spans = (list: string[]) =>
    list.flatMap((text) => {
      const moment = readMoment(text);
      return moment ? [spanOf(moment, zone, now)] : [];
    });
  const days = spans(within);
  const from = [...spans(after), ...days].map((it) => it.start);
  const to = [...spans(before).map((it) => it.before), ...days.map((it) => it.end)];
  return {
    from: from.length > 0 ? clamp(Math.max(...from)) : null,
    to: to.length > 0 ? clamp(Math.min(...to)) : null,
  };
}

function clamp(seconds: number): number {
  return Math.max(-1, Math.min(LATEST, seconds));
}

/** First and last second, and the last second that is `before` it. */
type Span = { start: number; end: number; before: number };

function spanOf(moment: Moment, zone: string, now: number): Span {
  switch (moment.kind) {
    case "ago": {
      const point = ago(moment.amount, moment.unit, zone, now);
      return { start: point, end: point, before: point };
    }
    case "time": {
      const [first, last] = instantsOf(moment.local, moment.offset, zone);
      return { start: first, end: last + moment.seconds - 1, before: last };
    }
    case "days-ago": {
      const first = addDays(dayKey(now, zone), -moment.days);
      return daysFrom(first, addDays(first, 1), zone);
    }
    default:
      return daysFrom(moment.first, nextOf(moment.first, moment.kind), zone);
  }
}

function daysFrom(first: string, next: string, zone: string): Span {
  const start = startOf(first, zone);
  return { start, end: startOf(next, zone) - 1, before: start - 1 };
}

/** Days that no archive reaches need no zone; their names may have more than four digits of year. */
function startOf(key: string, zone: string): number {
  if (key.startsWith("+") || key > "2100") return LATEST;
  return key < "1900" ? -1 : dayStart(key, zone);
}

function nextOf(first: string, kind: "year" | "month" | "day"): string {
  if (kind === "day") return addDays(first, 1);
  const [year, month] = first.split("-").map(Number) as [number, number];
  return kind === "year" ? monthKey(year + 1, 1) : monthKey(year, month + 1);
}

/** The first day of a month; months beyond December go on in the next year. */
function monthKey(year: number, month: number): string {
  const time = new Date(0);
  time.setUTCFullYear(year, month - 1, 1);
  return time.toISOString().slice(0, 10);
}

function ago(amount: number, unit: "h" | "d" | "w" | "m" | "y", zone: string, now: number): number {
  if (unit === "h") return now - amount * 3600;
  if (unit === "d") return now - amount * DAY;
  if (unit === "w") return now - amount * 7 * DAY;
  const today = dayKey(now, zone);
  const [year, month, day] = today.split("-").map(Number) as [number, number, number];
  const months = unit === "y" ? amount * 12 : amount;
  // The 31st of a shorter month is its last day.
  const last = Number(addDays(monthKey(year, month - months + 1), -1).slice(-2));
  return startOf(addDays(monthKey(year, month - months), Math.min(day, last) - 1), zone);
}

/** The wall clock may show a time twice, or never: then it is the time after the jump. */
function instantsOf(local: number, offset: number | null, zone: string): [number, number] {
  if (offset !== null) return [local - offset, local - offset];
  const before = zoneOffset(local - DAY, zone);
  const after = zoneOffset(local + DAY, zone);
  const exact = [before, after]
    .map((it) => local - it)
    .filter((it) => it + zoneOffset(it, zone) === local);
  if (exact.length === 0) return [local - before, local - before];
  return [Math.min(...exact), Math.max(...exact)];
}
