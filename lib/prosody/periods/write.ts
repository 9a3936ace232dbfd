import { readPeriod } from "./read";

/** As far as we write: more than a century means "never" and should say so. */
export const MOST_DAYS = 36_500;

/**
 * The only two forms that we write: plain days ("270d") or "never", which every version reads alike. Not for the
 * share of files, whose 0.12 takes a number of seconds: writeUploadPeriod.
 */
export function writePeriod(days: number | "never"): string {
  return days === "never" ? days : `${wholeDays(days)}d`;
}

/** Seconds as a number, and -1 for never: what 0.12 and 13 read alike. */
export function writeUploadPeriod(days: number | "never"): number {
  return days === "never" ? -1 : wholeDays(days) * 86_400;
}

function wholeDays(days: number): number {
  if (!Number.isInteger(days) || days < 1 || days > MOST_DAYS) {
    throw new RangeError(`A period is 1 to ${MOST_DAYS} whole days`);
  }
  return days;
}

/** Does every version read this alike, so that nothing has to be said about it? */
export function isPlainPeriod(text: string): boolean {
  return (
    text === "never" ||
    (/^[1-9]\d{0,4}d$/.test(text) && readPeriod("13", text).warnings.length === 0)
  );
}
