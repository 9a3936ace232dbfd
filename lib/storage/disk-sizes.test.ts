import { describe, expect, it } from "vitest";
import { diskTotal, estimatedSizes, thinned } from "./disk-sizes";
import type { DiskPoint, Growth } from "./views";

const DAY = 86_400;
const growth: Growth = {
  ...{ zone: "UTC", step: "day", split: "host", total: { rows: 0, bytes: 0 } },
  ...{ starts: [0, DAY, 2 * DAY, 3 * DAY], end: 4 * DAY, asOf: 3.5 * DAY },
  series: [series("a", [100, 0, 50, 10], 1_000), series("b", [0, 200, 0, 10], 0)],
};

function series(key: string, bytes: number[], before: number): Growth["series"][number] {
  return { key, label: key, rows: bytes, bytes, before: { rows: 0, bytes: before } };
}

describe("sizes before anything was measured", () => {
  it("are what is left, at what a byte took then, and meet the first sample", () => {
    const first = { at: 2.25 * DAY, bytes: 2_700, stanzaBytes: 1_350 };
    expect(estimatedSizes(growth, first)).toEqual([
      { at: 0, bytes: 2_000 },
      { at: DAY, bytes: 2_200 },
      { at: 2 * DAY, bytes: 2_600 },
      { at: 2.25 * DAY, bytes: 2_700 },
    ]);
  });

  it("are none where nothing was measured, or not of what, or the range begins later", () => {
    expect(estimatedSizes(growth, null)).toEqual([]);
    expect(estimatedSizes(growth, { at: DAY, bytes: 1, stanzaBytes: null })).toEqual([]);
    expect(estimatedSizes(growth, { at: DAY, bytes: 1, stanzaBytes: 0 })).toEqual([]);
    expect(estimatedSizes(growth, { at: -DAY, bytes: 9, stanzaBytes: 3 })).toEqual([]);
  });

  it("end with a range that is over before", () => {
    const found = estimatedSizes(growth, { at: 9 * DAY, bytes: 10, stanzaBytes: 10 });
    expect(found.map((it) => it.at)).toEqual([0, DAY, 2 * DAY, 3 * DAY, 3.5 * DAY]);
  });
});

describe("points", () => {
  const point = (at: number): DiskPoint => ({
    ...{ at, heap: 1, toast: 2, indexes: 3, prosody: 4, console: 5, other: 6 },
  });

  it("are thinned evenly, and the last one stays", () => {
    const points = Array.from({ length: 100 }, (_, at) => point(at));
    expect(thinned(points, 100)).toHaveLength(100);
    expect(thinned(points, 40).map((it) => it.at)).toEqual(
      Array.from({ length: 34 }, (_, i) => i * 3),
    );
    expect(thinned([], 40)).toEqual([]);
  });

  it("add up to the whole database", () => {
    expect(diskTotal(point(7))).toBe(21);
  });
});
