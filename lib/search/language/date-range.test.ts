import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayKey } from "@/lib/format/day";
import { dateRange } from "./date-range";
import { readMoment } from "./moment";
import { parseQuery } from "./parse-query";

const NOW = Date.parse("2026-03-31T12:00:00Z") / 1000;

/** The range of a query as ISO times without their milliseconds. */
function rangeOf(text: string, zone = "UTC"): [string | null, string | null] {
  const { from, to } = dateRange(parseQuery(text).filters, zone, NOW);
  const iso = (seconds: number | null) =>
    seconds === null ? null : new Date(seconds * 1000).toISOString().slice(0, 19);
  return [iso(from), iso(to)];
}

describe("both ends belong to the range", () => {
  test.each([
    ["", null, null],
    ["after:2026-03-05", "2026-03-05T00:00:00", null],
    ["before:2026-03-05", null, "2026-03-04T23:59:59"],
    ["after:2026-03 before:2027", "2026-03-01T00:00:00", "2026-12-31T23:59:59"],
    [
      "after:2026-02-01T10:00 before:2026-02-01T11:00:30",
      "2026-02-01T10:00:00",
      "2026-02-01T11:00:30",
    ],
    ['after:"2026-02-01 10:00:00.5Z"', "2026-02-01T10:00:00", null],
    ["after:2026-02-01T10:00+05:45", "2026-02-01T04:15:00", null],
    ["after:2026-02-01T10:00-0330", "2026-02-01T13:30:00", null],
    ["on:2026-03-05", "2026-03-05T00:00:00", "2026-03-05T23:59:59"],
    ["during:2026-02", "2026-02-01T00:00:00", "2026-02-28T23:59:59"],
    ["during:2026-12", "2026-12-01T00:00:00", "2026-12-31T23:59:59"],
    ["during:2024", "2024-01-01T00:00:00", "2024-12-31T23:59:59"],
    ["on:2026-03-05T10:00", "2026-03-05T10:00:00", "2026-03-05T10:00:59"],
    ["on:today", "2026-03-31T00:00:00", "2026-03-31T23:59:59"],
    ["on:yesterday", "2026-03-30T00:00:00", "2026-03-30T23:59:59"],
    ["after:7d before:36h", "2026-03-24T12:00:00", "2026-03-30T00:00:00"],
    ["after:2w", "2026-03-17T12:00:00", null],
    ["after:1m before:1y", "2026-02-28T00:00:00", "2025-03-31T00:00:00"],
    [
      "after:2026-01-05 after:2026-01-03 before:2027 before:2026-02",
      "2026-01-05T00:00:00",
      "2026-01-31T23:59:59",
    ],
    ["during:2026-03 after:2026-03-20", "2026-03-20T00:00:00", "2026-03-31T23:59:59"],
  ])("%s", (text, from, to) => {
    expect(rangeOf(text)).toEqual([from, to]);
  });
});

describe("in the zone of the reader", () => {
  test.each([
    ["on:2026-03-29", "Europe/Berlin", "2026-03-28T23:00:00", "2026-03-29T21:59:59"],
    ["on:2026-10-25", "Europe/Berlin", "2026-10-24T22:00:00", "2026-10-25T22:59:59"],
    // Two o'clock comes twice in October, and never in March.
    ["on:2026-10-25T02:30", "Europe/Berlin", "2026-10-25T00:30:00", "2026-10-25T01:30:59"],
    [
      "after:2026-10-25T02:30 before:2026-10-25T02:30",
      "Europe/Berlin",
      "2026-10-25T00:30:00",
      "2026-10-25T01:30:00",
    ],
    ["after:2026-03-29T02:30", "Europe/Berlin", "2026-03-29T01:30:00", null],
    ["during:2026-03", "Asia/Kathmandu", "2026-02-28T18:15:00", "2026-03-31T18:14:59"],
    ["on:today", "Pacific/Kiritimati", "2026-03-31T10:00:00", "2026-04-01T09:59:59"],
    ["after:2026-03-05T10:00Z", "Asia/Tokyo", "2026-03-05T10:00:00", null],
  ])("%s in %s", (text, zone, from, to) => {
    expect(rangeOf(text, zone)).toEqual([from, to]);
  });

  test("a moment is within the day, month and year that it has there", () => {
    const zones = fc.constantFrom(
      "UTC",
      "Europe/Berlin",
      "America/St_Johns",
      "Africa/Cairo",
      "Asia/Kolkata",
    );
    fc.assert(
      fc.property(fc.integer({ min: 100_000_000, max: 2_000_000_000 }), zones, (seconds, zone) => {
        const day = dayKey(seconds, zone);
        for (const within of [day, day.slice(0, 7), day.slice(0, 4)]) {
          const range = dateRange({ after: [], before: [], within: [within] }, zone);
          expect(range.from).toBeLessThanOrEqual(seconds);
          expect(range.to).toBeGreaterThanOrEqual(seconds);
          const { from } = dateRange({ after: [within], before: [], within: [] }, zone);
          const { to } = dateRange({ after: [], before: [within], within: [] }, zone);
          expect([from, to]).toEqual([range.from, Number(range.from) - 1]);
        }
      }),
    );
  });
});

describe("far away", () => {
  test("nothing leaves the 32 bits of Prosody's clock", () => {
    const far = [
      "0000",
      "0001-01-01",
      "9999-12",
      "9999-12-31",
      "9999y",
      "9999m",
      "9999w",
      "0000-01-01T00:00",
      "9999-12-31T23:59:59-23:59",
    ];
    for (const text of far)
      for (const zone of ["UTC", "Africa/Cairo"]) {
        const { from, to } = dateRange({ after: [text], before: [text], within: [text] }, zone);
        for (const end of [from, to]) {
          expect(Number.isInteger(end)).toBe(true);
          expect(end).toBeGreaterThanOrEqual(-1);
          expect(end).toBeLessThanOrEqual(2_147_483_647);
        }
      }
    expect(rangeOf("after:9999y")[0]).toBe("1969-12-31T23:59:59");
  });

  test.each([
    "2026-02-29",
    "2026-00",
    "26-01-01",
    "2026-1-1",
    "2026-01-01T24:00",
    "2026-01-01T10",
    "10:00",
    "d",
    "7",
    "99999d",
    "now",
  ])("%s is no moment", (text) => {
    expect(readMoment(text)).toBeNull();
  });
});
