import { describe, expect, it } from "vitest";
import { allMonths, keepRange, keptMonths, toggleMonth, withoutStretch } from "./months-filter";

describe("months as filters", () => {
  it("keep one, another, and all again", () => {
    const march = toggleMonth("tender or bid", "2026-03");
    expect(march).toBe("tender OR bid during:2026-03".replace("OR", "or"));
    const april = toggleMonth(march, "2026-04");
    expect(keptMonths(april)).toEqual(["2026-04"]);
    expect(keptMonths(toggleMonth(april, "2026-04"))).toEqual([]);
  });

  it("count what the query asks without the chosen month", () => {
    expect(withoutStretch("on:2026-03-05 tender -crane during:2026-04")).toBe("tender -crane");
    expect(withoutStretch("tender after:2026-01-01")).toBe("tender after:2026-01-01");
  });

  it("keep a range in the place of every other time", () => {
    const text = keepRange("tender after:2020-01-01 during:2026-01", "2025-11", "2026-02");
    expect(text).toBe("tender after:2025-11-01 before:2026-02-28");
    expect(keepRange(text, "2026-02", "2026-02")).toBe("tender during:2026-02");
    expect(allMonths(text)).toBe("tender");
  });
});
