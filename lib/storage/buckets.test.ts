import { expect, test } from "vitest";
import { bucketDays, stepFor } from "./buckets";
import { dateOf, dayOf, weekdayOf } from "./zone-days";

const dates = (from: string, to: string, step: "day" | "week" | "month") =>
  bucketDays(dayOf(from), dayOf(to), step).map(dateOf);

test("days, weeks from Monday, whole months; the last border is behind the range", () => {
  expect(dates("2026-02-27", "2026-03-01", "day")).toEqual([
    "2026-02-27",
    "2026-02-28",
    "2026-03-01",
    "2026-03-02",
  ]);
  expect(dates("2026-11-22", "2026-11-23", "week")).toEqual([
    "2026-11-16",
    "2026-11-23",
    "2026-11-30",
  ]);
  expect(dates("2025-11-30", "2026-01-01", "month")).toEqual([
    "2025-11-01",
    "2025-12-01",
    "2026-01-01",
    "2026-02-01",
  ]);
  expect(dates("1969-12-31", "1970-01-01", "day")).toEqual([
    "1969-12-31",
    "1970-01-01",
    "1970-01-02",
  ]);
});

test("one day is a range", () => {
  for (const step of ["day", "week", "month"] as const) {
    expect(dates("2026-11-22", "2026-11-22", step)).toHaveLength(2);
  }
  expect(weekdayOf(dayOf("2026-11-22"))).toBe(6);
  expect(weekdayOf(dayOf("1969-12-31"))).toBe(2);
});

test("a step is what fits, at most what was asked for", () => {
  expect([1, 120, 121, 900, 901, 24_000].map((days) => stepFor(days, null))).toEqual([
    "day",
    "day",
    "week",
    "week",
    "month",
    "month",
  ]);
  expect(stepFor(1_100, "day")).toBe("day");
  expect(stepFor(5_000, "day")).toBe("week");
  expect(stepFor(24_000, "day")).toBe("month");
  expect(stepFor(5, "month")).toBe("month");
});
