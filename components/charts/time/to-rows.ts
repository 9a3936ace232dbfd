import type { AheadPoint, TimePoint } from "./time-chart-props";

/** Rows as recharts takes them: layers as `v0`, `v1`…, the expected as `band` and `mid`. */
export type ChartRow = {
  at: number;
  mid?: number;
  band?: [low: number, high: number];
  [layer: `v${number}`]: number | undefined;
};

export function toRows(points: readonly TimePoint[], ahead: readonly AheadPoint[]): ChartRow[] {
  const known = points.map(({ at, values }) => {
    const row: ChartRow = { at };
    for (const [i, value] of values.entries()) row[`v${i}`] = value;
    return row;
  });
  const expected = ahead.map(
    ({ at, low, mid, high }): ChartRow => ({ at, mid, band: [low, high] }),
  );
  return [...known, ...expected];
}
