import type { PeriodText } from "./read";

const YEAR = 31_556_952;

/** [written, in 0.11 and 0.12, in 13]: seconds or state. Every cell of prosody.md §2 "What durations mean". */
export type Cell = readonly [
  PeriodText,
  number | "never" | "off",
  number | "never" | "never-by-accident",
];

export const CELLS: readonly Cell[] = [
  ["1d", 86_400, 86_400],
  ["1w", 604_800, 604_800],
  ["1y", YEAR, YEAR],
  ["90d", 7_776_000, 7_776_000],
  ["7y", 7 * YEAR, 7 * YEAR],
  ["6 months", 16_070_400, 16_070_400],
  ["1 month", 2_678_400, 2_678_400],
  ["2 weeks", 1_209_600, 1_209_600],
  ["1 day", 86_400, 86_400],
  ["1 d", 86_400, 86_400],
  ["1 year", YEAR, YEAR],
  ["365 days", 31_536_000, 31_536_000],
  ["1m", 2_678_400, 2_678_400],
  ["1mo", 2_678_400, 2_678_400],
  ["1mon", 2_678_400, 2_678_400],
  ["1min", 2_678_400, 60],
  ["30 min", 80_352_000, 1_800],
  ["12h", 12, 43_200],
  ["1 hour", 1, 3_600],
  ["30s", 30, 30],
  [2_592_000, 2_592_000, 2_592_000],
  ["2592000", 2_592_000, 2_592_000],
  ["1.5y", 1, 1],
  [0, 0, 0],
  [-1, 1, "never"],
  ["-1", 1, 1],
  ["never", "never", "never"],
  [false, "off", "never"],
  [true, "off", "never-by-accident"],
  ["bogus", "off", "never-by-accident"],
  ["", "off", "never-by-accident"],
  ["forever", "off", "never-by-accident"],
  ["P1Y", YEAR, YEAR],
  [undefined, 604_800, 604_800],
];
