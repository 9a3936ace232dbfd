import { describe, expect, it } from "vitest";
import { daysOf, monthAt, monthBars, monthsScale, monthTicks } from "./months-scale";

const months = (from: number, count: number, hits = 1) =>
  Array.from({ length: count }, (_, i) => {
    const at = from + i;
    return {
      month: `${2020 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`,
      count: hits,
    };
  });

describe("months on a scale", () => {
  it("finds the month under the pointer, or the nearest", () => {
    const few = months(0, 2);
    const scale = monthsScale(few);
    expect(scale).toEqual({ slots: 18, offset: 8 });
    expect([0, 8.5 / 18, 9.5 / 18, 1].map((it) => monthAt(few, scale, it))).toEqual([0, 0, 1, 1]);
    const many = months(3, 40);
    expect(monthAt(many, monthsScale(many), 0.999)).toBe(39);
  });

  it("draws a bar for each month with hits, the least of them visible", () => {
    const some = [
      ...months(0, 2, 0),
      { month: "2020-03", count: 1 },
      { month: "2020-04", count: 9_999 },
    ];
    const bars = monthBars(some, monthsScale(some), { width: 180, height: 60 });
    expect(bars.match(/M/g)).toHaveLength(2);
    expect(bars).toContain("v-1.5");
    expect(bars).toContain("v-60.0");
  });

  it("names few months all, many by the year", () => {
    const label = (of: ReturnType<typeof months>) =>
      monthTicks(of, monthsScale(of), "en").map((it) => it.label);
    expect(label(months(9, 5))).toEqual(["2020-10", "Nov", "Dec", "2021", "Feb"]);
    expect(label(months(0, 120))).toEqual([
      "2020",
      "2021",
      "2022",
      "2023",
      "2024",
      "2025",
      "2026",
      "2027",
      "2028",
      "2029",
    ]);
  });

  it("knows the days of months, February of a leap year too", () => {
    expect(daysOf("2024-02", "2024-02")).toEqual({ after: "2024-02-01", before: "2024-02-29" });
    expect(daysOf("2025-11", "2025-12")).toEqual({ after: "2025-11-01", before: "2025-12-31" });
  });
});
