import { describe, expect, it } from "vitest";
import { isTiming, nextRun } from "./next-run";

const runs = (cron: string, zone: string, after: string, count: number): string[] => {
  const found: string[] = [];
  let at: Date | null = new Date(after);
  for (let n = 0; n < count && at; n += 1) {
    at = nextRun({ cron, zone }, at);
    if (at) found.push(at.toISOString().slice(0, 16));
  }
  return found;
};

describe("the night clocks are changed", () => {
  it("Berlin goes forward over it: an hour later that day, once", () => {
    expect(runs("30 2 * * *", "Europe/Berlin", "2026-03-27T12:00Z", 3)).toEqual([
      "2026-03-28T01:30",
      "2026-03-29T01:30",
      "2026-03-30T00:30",
    ]);
  });

  it("Berlin goes back over it: the first of the two, and not the second", () => {
    expect(runs("30 2 * * *", "Europe/Berlin", "2026-10-23T12:00Z", 3)).toEqual([
      "2026-10-24T00:30",
      "2026-10-25T00:30",
      "2026-10-26T01:30",
    ]);
  });

  it("a day of 23 and one of 25 hours have one run each", () => {
    expect(runs("0 3 * * *", "Europe/Berlin", "2026-03-28T12:00Z", 2)).toEqual([
      "2026-03-29T01:00",
      "2026-03-30T01:00",
    ]);
    expect(runs("0 3 * * *", "Europe/Berlin", "2026-10-24T12:00Z", 2)).toEqual([
      "2026-10-25T02:00",
      "2026-10-26T02:00",
    ]);
  });

  it("St. John's and São Paulo change them at midnight", () => {
    expect(runs("1 0 * * *", "America/St_Johns", "2011-11-05T12:00Z", 2)).toEqual([
      "2011-11-06T02:31",
      "2011-11-07T03:31",
    ]);
    expect(runs("1 0 * * *", "America/Sao_Paulo", "2018-11-03T12:00Z", 2)).toEqual([
      "2018-11-04T03:01",
      "2018-11-05T02:01",
    ]);
  });
});

describe("otherwise", () => {
  it("quarter-hour zones have their own midnight", () => {
    expect(runs("0 0 * * *", "Asia/Kathmandu", "2026-06-01T00:00Z", 1)).toEqual([
      "2026-06-01T18:15",
    ]);
  });

  it("the moment itself has passed", () => {
    expect(runs("0 0 * * *", "UTC", "2026-06-01T00:00Z", 1)).toEqual(["2026-06-02T00:00"]);
  });

  it("what never comes is no date", () => {
    expect(nextRun({ cron: "0 0 31 2 *", zone: "UTC" }, new Date())).toBeNull();
  });

  it("what is no schedule is refused", () => {
    expect(isTiming({ cron: "0 3 * * 1-5", zone: "Europe/Berlin" })).toBe(true);
    for (const cron of ["", "x", "60 * * * *", "* * * * * *", "@daily"]) {
      expect(isTiming({ cron, zone: "UTC" })).toBe(false);
    }
    expect(isTiming({ cron: "0 0 * * *", zone: "Nowhere/At" })).toBe(false);
    expect(nextRun({ cron: "x", zone: "UTC" }, new Date())).toBeNull();
  });
});
