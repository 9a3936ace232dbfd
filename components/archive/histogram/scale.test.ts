import { describe, expect, it } from "vitest";
import { barsPath, bucketAt, ticks, timeScale, windowOf } from "./scale";

const DAY = 86_400;
const day = (n: number, rows = 1) => ({ start: n * DAY, end: (n + 1) * DAY, rows });

describe("histogram scale", () => {
  it("maps time to a share of the width and back", () => {
    const scale = timeScale([day(0), day(99)])!;
    expect(scale.toShare(50 * DAY)).toBe(0.5);
    expect(scale.toSeconds(0.5)).toBe(50 * DAY);
    expect(scale.toShare(-1)).toBe(0);
    expect(timeScale([])).toBeNull();
  });

  it("sets a single day as one bar among days", () => {
    const scale = timeScale([day(100)])!;
    expect(scale.toShare(101 * DAY) - scale.toShare(100 * DAY)).toBeCloseTo(1 / 28);
  });

  it("finds the day under the pointer, or the nearest day that has rows", () => {
    const buckets = [day(0), day(1), day(9)];
    expect(bucketAt(buckets, 1.5 * DAY)).toBe(1);
    expect(bucketAt(buckets, 3 * DAY)).toBe(1);
    expect(bucketAt(buckets, 8 * DAY)).toBe(2);
    expect(bucketAt(buckets, 99 * DAY)).toBe(2);
  });

  it("frames whole days of what is in view, and nothing when it lies outside", () => {
    const buckets = [day(0), day(1), day(2), day(3)];
    const view = { from: 1.4 * DAY, to: 2.1 * DAY };
    expect(windowOf(buckets, view)).toEqual({ from: DAY, to: 3 * DAY });
    expect(windowOf(buckets, { from: 9 * DAY, to: 10 * DAY })).toBeNull();
  });

  it("draws one bar a day with rows, none for a day without", () => {
    const buckets = [day(0, 4), day(1, 0), day(2, 1)];
    expect(barsPath(buckets, timeScale(buckets)!, 300, 60).match(/M/g)).toHaveLength(2);
  });

  it("labels months, and years at January", () => {
    const start = Date.UTC(2025, 9, 20) / 1000;
    const scale = timeScale([{ start, end: start + 150 * DAY, rows: 1 }])!;
    expect(ticks(scale, "en", "UTC").map((t) => t.label)).toEqual([
      "Nov",
      "Dec",
      "2026",
      "Feb",
      "Mar",
    ]);
  });
});
