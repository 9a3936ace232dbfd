import type { Locale } from "./locale";
import { formatNumber } from "./number";

const UNITS = [
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
  ["second", 1],
] as const;

const WORDS: Record<Locale, Record<(typeof UNITS)[number][0], string>> = {
  en: { day: "d", hour: "h", minute: "min", second: "s" },
  de: { day: "T", hour: "h", minute: "min", second: "s" },
};

/** The two largest units: `14 min 43 s`, `9 d`, `2 h 5 min`. Whole seconds, never negative. */
export function formatDuration(seconds: number, locale: Locale = "en"): string {
  let rest = Math.max(0, Math.floor(seconds));
  const parts: string[] = [];
  for (const [unit, size] of UNITS) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) parts.push(`${formatNumber(count, locale)}\u00a0${WORDS[locale][unit]}`);
    else if (parts.length > 0) break;
    if (parts.length === 2) break;
  }
  return parts.length > 0 ? parts.join(" ") : `0\u00a0${WORDS[locale].second}`;
}

/** The largest unit alone, rounded down: `9 d`, `41 min`. */
export function formatSpan(seconds: number, locale: Locale = "en"): string {
  return formatDuration(seconds, locale).split(" ")[0] ?? "";
}

const LONG: Record<Locale, Record<(typeof UNITS)[number][0], [one: string, many: string]>> = {
  en: {
    day: ["day", "days"],
    hour: ["hour", "hours"],
    minute: ["minute", "minutes"],
    second: ["second", "seconds"],
  },
  de: {
    day: ["Tag", "Tage"],
    hour: ["Stunde", "Stunden"],
    minute: ["Minute", "Minuten"],
    second: ["Sekunde", "Sekunden"],
  },
};

/** The largest unit alone, in words, rounded down: `9 days`, `1 hour`. For running text. */
export function spellSpan(seconds: number, locale: Locale = "en"): string {
  const [unit, size] = UNITS.find(([, it]) => seconds >= it) ?? UNITS[3];
  const count = Math.max(0, Math.floor(seconds / size));
  return `${formatNumber(count, locale)}\u00a0${LONG[locale][unit][count === 1 ? 0 : 1]}`;
}

/**
 * `6 s ago`, `in 12 min`; below five seconds `now`. Always stands beside or under an absolute time.
 * Both in Unix seconds.
 */
export function relativeTime(seconds: number, now: number, locale: Locale = "en"): string {
  const distance = seconds - now;
  if (Math.abs(distance) < 5) return locale === "de" ? "jetzt" : "now";
  const span = formatSpan(Math.abs(distance), locale);
  if (distance > 0) return `in ${span}`;
  return locale === "de" ? `vor ${span}` : `${span} ago`;
}
