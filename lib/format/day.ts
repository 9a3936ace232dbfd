import { INTL_TAG, type Locale } from "./locale";
import { zoneOffset } from "./zone";

const DAY = 86_400;

/** `2026-03-02`: the calendar day of a stamp (Unix seconds) in the zone. Sorts as text. */
export function dayKey(seconds: number, zone: string): string {
  return new Date((Math.floor(seconds) + zoneOffset(seconds, zone)) * 1000)
    .toISOString()
    .slice(0, 10);
}

/** True for a day that exists: `2026-02-29` does not. */
export function isDayKey(key: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(key)) return false;
  const time = Date.parse(`${key}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(key);
}

/**
 * First second of a day in a zone, as Unix seconds. Where the clock jumps over midnight (Cairo,
 * Beirut) that is the instant of the jump; where midnight comes twice (Azores), the first one.
 * @throws RangeError when `key` is no day.
 */
export function dayStart(key: string, zone: string): number {
  if (!isDayKey(key)) throw new RangeError(`not a day: ${key}`);
  const midnight = Date.parse(`${key}T00:00:00Z`) / 1000;
  const offsets = [zoneOffset(midnight - DAY, zone), zoneOffset(midnight + DAY, zone)];
  const starts = offsets
    .map((offset) => midnight - offset)
    .filter((start) => start + zoneOffset(start, zone) === midnight);
  if (starts.length > 0) return Math.min(...starts);
  return firstInstantAfter(midnight, zone, midnight - DAY, midnight + DAY);
}

/** The wall clock never shows `midnight`: search the jump by halving, to the second. */
function firstInstantAfter(midnight: number, zone: string, from: number, to: number): number {
  let low = from;
  let high = to;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (middle + zoneOffset(middle, zone) >= midnight) high = middle;
    else low = middle;
  }
  return high;
}

/** The day `days` later (or earlier, when negative) by the calendar. */
export function addDays(key: string, days: number): string {
  const time = Date.parse(`${key}T00:00:00Z`);
  return new Date(time + days * DAY * 1000).toISOString().slice(0, 10);
}

const names = new Map<string, Intl.DateTimeFormat>();

function name(key: string, locale: Locale, part: "weekday" | "month", width: "long" | "short") {
  const id = `${locale} ${part} ${width}`;
  let format = names.get(id);
  if (!format) {
    format = new Intl.DateTimeFormat(INTL_TAG[locale], { timeZone: "UTC", [part]: width });
    names.set(id, format);
  }
  return format.format(Date.parse(`${key}T00:00:00Z`));
}

/**
 * `Monday 2 March 2026`, `Montag, 2. März 2026`. Put together here and not by Intl, whose patterns
 * differ between Node and browsers: the same text must come out on both sides.
 */
export function formatDay(key: string, locale: Locale = "en"): string {
  const [year, , day] = key.split("-");
  const weekday = name(key, locale, "weekday", "long");
  const month = name(key, locale, "month", "long");
  return locale === "de"
    ? `${weekday}, ${Number(day)}. ${month} ${year}`
    : `${weekday} ${Number(day)} ${month} ${year}`;
}

/** `Mar`, `Mär`: three letters of the month, for axes. */
export function formatMonth(key: string, locale: Locale = "en"): string {
  return name(key, locale, "month", "long").slice(0, 3);
}
