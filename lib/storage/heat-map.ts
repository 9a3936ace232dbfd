import type { HeatMap } from "./views";
import { dateOf, localDay, type Offset, offsetAt, weekdayOf } from "./zone-days";

type DayLine = { day: number; rowsUntil: readonly number[] };
/** Local days, both inclusive, and the same in unix seconds, `to` exclusive. */
type Period = { first: number; last: number; from: number; to: number };

const QUARTER = 900;

/**
 * Means over the hours there were: where clocks are changed one hour of a year is missing and another is there
 * twice, and each counts as often as it was.
 */
export function heatMap(
  lines: readonly DayLine[],
  offsets: readonly Offset[],
  period: Period,
): Omit<HeatMap, "zone" | "weeks"> {
  const quarters = rowsByQuarter(lines, period);
  const sums = cells();
  const times = cells();
  for (let n = 0; n < quarters.length; n += 1) {
    const at = period.from + n * QUARTER;
    const hour = Math.floor((at + offsetAt(offsets, at)) / 3_600) % 24;
    const weekday = weekdayOf(localDay(offsets, at));
    add(sums, weekday, hour, quarters[n] ?? 0);
    add(times, weekday, hour, 1 / 4);
  }
  const means = sums.map((row, weekday) =>
    row.map((sum, hour) => rounded(sum / (times[weekday]?.[hour] || 1))),
  );
  return {
    from: dateOf(period.first),
    to: dateOf(period.last),
    cells: means,
    busiest: busiestOf(means),
  };
}

function rowsByQuarter(lines: readonly DayLine[], { from, to }: Period): number[] {
  const rows = new Array<number>((to - from) / QUARTER).fill(0);
  for (const { day, rowsUntil } of lines) {
    const first = (day * 86_400 - from) / QUARTER;
    for (let k = 0; k < rowsUntil.length; k += 1) {
      const slot = first + k;
      if (slot < 0 || slot >= rows.length) continue;
      rows[slot] = (rows[slot] ?? 0) + (rowsUntil[k] ?? 0) - (rowsUntil[k - 1] ?? 0);
    }
  }
  return rows;
}

const cells = () => Array.from({ length: 7 }, () => new Array<number>(24).fill(0));

function add(table: number[][], weekday: number, hour: number, value: number): void {
  const row = table[weekday];
  if (row) row[hour] = (row[hour] ?? 0) + value;
}

const rounded = (value: number) => Math.round(value * 1_000) / 1_000;

function busiestOf(means: number[][]): HeatMap["busiest"] {
  let busiest: HeatMap["busiest"] = null;
  for (const [weekday, row] of means.entries()) {
    for (const [hour, rows] of row.entries()) {
      if (rows > (busiest?.rows ?? 0)) busiest = { weekday, hour, rows };
    }
  }
  return busiest;
}
