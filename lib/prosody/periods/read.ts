import type { ProsodyVersion } from "../version";

/** As it stands in the configuration; undefined: it says nothing. */
export type PeriodText = string | number | boolean | undefined;

/** What is surprising about a period; the words are in lib/i18n/en/policy.ts. */
export type PeriodWarning =
  /** 0.11, 0.12: hours, minutes and weeks of other spellings are no units: the number counts seconds. */
  | "unit-ignored"
  /** 0.11, 0.12: minutes are read as months. */
  | "minutes-are-months"
  /** "1m": months in every version, and 13 logs an error. */
  | "m-is-month"
  /** What stands behind the first digits is not read: "1.5y" is one second. */
  | "fraction-cut"
  /** 0.11, 0.12: the sign is not read. */
  | "sign-ignored"
  /** 13: a text without a unit, taken as seconds, and an error in the log. */
  | "unit-missing"
  /** A minute or less: everything goes at once. */
  | "deletes-all"
  /** 0.11, 0.12: what cannot be read switches archiving off, while the module counts as loaded. */
  | "archiving-off"
  /** 13: what cannot be read: archiving goes on and nothing ever expires. */
  | "never-by-accident"
  /** Read as it was meant, by luck. */
  | "by-luck"
  /** 0.12: the share of files takes a number only, and does not start with a text. */
  | "module-fails";

/**
 * What a period does. `off`: nothing is archived any more. `seconds` may have a fraction (a year has 365.2425
 * days). `never`: nothing expires.
 */
export type PeriodMeaning = (
  | { state: "seconds"; seconds: number }
  | { state: "never" }
  | { state: "off" }
) & { warnings: PeriodWarning[] };

const DAY = 86_400;
const YEAR = 365.2425 * DAY;

/** 0.11, 0.12: mod_mam.lua and mod_muc_mam.lua, `multipliers`. */
const UNITS_OLD: Record<string, number> = { d: DAY, w: 7 * DAY, m: 31 * DAY, y: YEAR };
/** 13: util/human/io.lua, strict, then the lax rule that logs an error. */
const UNITS_13: Record<string, number> = {
  s: 1,
  min: 60,
  h: 3_600,
  ho: 3_600,
  d: DAY,
  w: 7 * DAY,
  mon: 31 * DAY,
  y: YEAR,
};
const UNITS_13_LAX: Record<string, number> = { ...UNITS_13, m: 31 * DAY, mo: 31 * DAY, mi: 60 };

/** Lua's %s; JavaScript's \s knows more. */
const SPACE = "[ \\t\\n\\v\\f\\r]*";
const OLD = new RegExp(`(\\d+)${SPACE}([dwmy]?)`);
const STRICT_13 = new RegExp(`(\\d+)${SPACE}([smhdwy]?[io]?n?)`);
const LAX_13 = new RegExp(`(\\d+)${SPACE}([smhdwy]?[io]?)`);

/**
 * What `archive_expires_after` or `muc_log_expires_after` does in a version (prosody.md §2, "What durations
 * mean"). Nothing set is "1w" in every version.
 */
export function readPeriod(version: ProsodyVersion, text: PeriodText): PeriodMeaning {
  const value = text ?? "1w";
  const meaning = version === "13" ? read13(value) : readOld(String(value));
  if (meaning.state === "seconds" && meaning.seconds <= 60) meaning.warnings.push("deletes-all");
  return meaning;
}

/** What `http_file_share_expires_after` does; 7 days when nothing is set. 0.12 reads a number only. */
export function readUploadPeriod(version: ProsodyVersion, text: PeriodText): PeriodMeaning {
  const value = text ?? 7 * DAY;
  if (version === "13") return readPeriod("13", value);
  const number = typeof value === "boolean" || value === "" ? Number.NaN : Number(value);
  if (Number.isNaN(number)) return { state: "off", warnings: ["module-fails"] };
  if (number < 0) return { state: "never", warnings: [] };
  return { state: "seconds", seconds: number, warnings: number <= 60 ? ["deletes-all"] : [] };
}

function readOld(text: string): PeriodMeaning {
  if (text === "never") return { state: "never", warnings: [] };
  const lower = text.toLowerCase();
  const found = OLD.exec(lower);
  if (!found) return { state: "off", warnings: ["archiving-off"] };
  const [unit, rest] = [found[2] ?? "", lower.slice(found.index + found[0].length)];
  const warnings: PeriodWarning[] = [];
  if (lower.slice(0, found.index).includes("-")) warnings.push("sign-ignored");
  else if (found.index > 0) warnings.push("by-luck");
  if (/^[.,]\d/.test(rest)) warnings.push("fraction-cut");
  else if (unit === "m" && /^i/.test(rest)) warnings.push("minutes-are-months");
  else if (unit === "m" && rest.trim() === "") warnings.push("m-is-month");
  else if (unit === "" && /^[a-z]/.test(rest) && !/^s(ec|$)/.test(rest)) {
    warnings.push("unit-ignored");
  }
  return { state: "seconds", seconds: Number(found[1]) * (UNITS_OLD[unit] ?? 1), warnings };
}

function read13(value: string | number | boolean): PeriodMeaning {
  if (value === "never" || value === false) return { state: "never", warnings: [] };
  if (value === true) return { state: "never", warnings: ["never-by-accident"] };
  if (typeof value === "number") {
    return value < 0
      ? { state: "never", warnings: [] }
      : { state: "seconds", seconds: value, warnings: [] };
  }
  const lower = value.toLowerCase();
  const strict = STRICT_13.exec(lower);
  if (!strict) return { state: "never", warnings: ["never-by-accident"] };
  const exact = UNITS_13[strict[2] ?? ""];
  const warnings = warnings13(lower, strict);
  if (exact !== undefined)
    return { state: "seconds", seconds: Number(strict[1]) * exact, warnings };
  const lax = UNITS_13_LAX[LAX_13.exec(lower)?.[2] ?? ""] ?? 1;
  return { state: "seconds", seconds: Number(strict[1]) * lax, warnings };
}

function warnings13(lower: string, found: RegExpExecArray): PeriodWarning[] {
  const [unit, rest] = [found[2] ?? "", lower.slice(found.index + found[0].length)];
  const before = lower.slice(0, found.index);
  const warnings: PeriodWarning[] = [];
  if (before.includes("-")) warnings.push("sign-ignored");
  else if (before !== "") warnings.push("by-luck");
  if (/^[.,]\d/.test(rest)) warnings.push("fraction-cut");
  else if (unit === "m" || unit === "mo") warnings.push("m-is-month");
  else if (unit === "" && /^[a-z]/.test(rest)) warnings.push("unit-ignored");
  else if (unit === "") warnings.push("unit-missing");
  return warnings;
}
