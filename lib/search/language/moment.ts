import { isDayKey } from "@/lib/format/day";

/** A point or stretch of time as it was written; what it is in seconds depends on zone and now. */
export type Moment =
  | { kind: "year" | "month" | "day"; first: string }
  /** Days before today. */
  | { kind: "days-ago"; days: number }
  /** Counted back from now. */
  | { kind: "ago"; amount: number; unit: "h" | "d" | "w" | "m" | "y" }
  /** Wall clock as seconds since 1970, lasting a minute or a second. `offset` in seconds when written. */
  | { kind: "time"; local: number; seconds: 1 | 60; offset: number | null };

const TIME =
  /^(\d{4}-\d\d-\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(?:(Z)|([+-])(\d\d):?(\d\d))?$/i;

/**
 * `2026`, `2026-03`, `2026-03-05`, `2026-03-05T10:00` (also with seconds, a space, `Z` or an offset),
 * `7d` (h, d, w, m for months, y), `today`, `yesterday`. null: none of these.
 */
export function readMoment(text: string): Moment | null {
  const lower = text.toLowerCase();
  if (lower === "today") return { kind: "days-ago", days: 0 };
  if (lower === "yesterday") return { kind: "days-ago", days: 1 };
  const ago = /^(\d{1,4})([hdwmy])$/.exec(lower);
  if (ago) return { kind: "ago", amount: Number(ago[1]), unit: ago[2] as "h" };
  if (/^\d{4}$/.test(text)) return day("year", `${text}-01-01`);
  if (/^\d{4}-\d\d$/.test(text)) return day("month", `${text}-01`);
  return day("day", text) ?? readTime(text);
}

function day(kind: "year" | "month" | "day", first: string): Moment | null {
  return isDayKey(first) ? { kind, first } : null;
}

function readTime(text: string): Moment | null {
  const found = TIME.exec(text);
  if (!found) return null;
  const [, key = "", hour, minute, second, utc, sign, offsetHour, offsetMinute] = found;
  const clock = Number(hour) * 3600 + Number(minute) * 60 + Number(second ?? 0);
  if (!isDayKey(key) || Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) {
    return null;
  }
  const local = Date.parse(`${key}T00:00:00Z`) / 1000 + clock;
  const written = Number(offsetHour ?? 0) * 3600 + Number(offsetMinute ?? 0) * 60;
  const offset = utc ? 0 : sign ? (sign === "-" ? -written : written) : null;
  return { kind: "time", local, seconds: second === undefined ? 60 : 1, offset };
}
