import { describe, expect, it } from "vitest";
import { forecast } from "./forecast";
import { outlookOf, type Stock } from "./outlook";

const DAY = 86_400;
const NOW = Date.UTC(2026, 2, 18) / 1_000;
const days = (count: number, amount = 100) => Array.from({ length: count }, () => amount);
const kept = (list: readonly number[], forDays: number | null): Stock => ({
  days: list,
  expiresAfterSeconds: forDays === null ? null : forDays * DAY,
});

/** What there is after so many days, when it is 100 a day that comes. */
const FACTS: { why: string; stocks: Stock[]; after: [days: number, change: number][] }[] = [
  {
    why: "what is kept for ever grows for ever",
    stocks: [kept(days(400), null)],
    after: [
      [0, 0],
      [30, 3_000],
      [3_650, 365_000],
    ],
  },
  {
    why: "a steady state stands still: a day comes, a day goes",
    stocks: [kept(days(30), 30)],
    after: [
      [0, 0],
      [1, 0],
      [30, 0],
      [3_650, 0],
    ],
  },
  {
    why: "a young archive grows until its first day is old enough, and no further",
    stocks: [kept(days(60), 180)],
    after: [
      [100, 10_000],
      [120, 12_000],
      [121, 12_000],
      [3_650, 12_000],
    ],
  },
  {
    why: "a rule that is new takes what is overdue within a day, and half a day takes half of it",
    stocks: [kept(days(100), 30)],
    after: [
      [0.5, -3_500],
      [1, -7_000],
      [365, -7_000],
    ],
  },
  {
    why: "a burst that is to expire leaves a hole, at the day it came from",
    stocks: [kept([...days(10), 5_000, ...days(49)], 60)],
    after: [
      [10, 0],
      [11, -4_900],
      [200, -4_900],
    ],
  },
  {
    why: "a store for ever beside one for thirty days: only the one goes on growing",
    stocks: [kept(days(200, 10), null), kept(days(30), 30)],
    after: [
      [30, 300],
      [365, 3_650],
    ],
  },
  {
    why: "three days of life need three days of past",
    stocks: [kept(days(3), 3)],
    after: [
      [3, 0],
      [30, 0],
    ],
  },
  {
    why: "days that have lost what expired say nothing of what comes",
    stocks: [kept([...days(60, 1), ...days(30)], 30)],
    after: [[365, -60]],
  },
];

describe("what will be there", () => {
  for (const { why, stocks, after } of FACTS) {
    it(why, () => {
      const outlook = outlookOf(stocks);
      for (const [at, change] of after) expect(outlook?.change(at), `${at}`).toBeCloseTo(change, 6);
    });
  }

  it("is not said of a past that is too short for its rule", () => {
    expect(outlookOf([])).toBeNull();
    expect(outlookOf([kept(days(6), null)])).toBeNull();
    expect(outlookOf([kept(days(6), 30)])).toBeNull();
    expect(outlookOf([kept(days(2), 3)])).toBeNull();
  });

  it("is uncertain only about days that have not gone again", () => {
    const noisy = Array.from({ length: 300 }, (_, i) => 50 + ((i * 7_919) % 101));
    const [open, closed] = [outlookOf([kept(noisy, null)]), outlookOf([kept(noisy, 100)])];
    expect(closed?.halfWidth(1_000)).toBe(closed?.halfWidth(100));
    expect(open?.halfWidth(1_000)).toBeGreaterThan(open?.halfWidth(100) ?? 0);
  });
});

describe("the forecast with it", () => {
  const ask = (stocks: Stock[], limit: number | null, neverShrinks = false) =>
    forecast({ stocks, current: 6_000, limit, now: NOW, horizonDays: 365, neverShrinks });

  it("a steady state neither grows nor reaches a limit", () => {
    const found = ask([kept(days(30), 30)], 7_000);
    expect(found?.perDay).toBeCloseTo(0, 9);
    expect(found?.fullAt).toBeNull();
    expect(found?.points.at(-1)?.mid).toBeCloseTo(6_000, 6);
  });

  it("a limit below the level is reached on the way to it, one above it never", () => {
    expect(ask([kept(days(60), 180)], 17_000)?.fullAt?.at).toBeCloseTo(NOW + 110 * DAY, -4);
    expect(ask([kept(days(60), 180)], 18_001)?.fullAt).toBeNull();
  });

  it("a limit that is passed for a while only is reached all the same", () => {
    // 2,000 a day for ten days, then a long quiet: they go after 60 days.
    const stocks = [kept([...days(49, 100), ...days(10, 2_000)], 60)];
    const limit = 6_000 + 200;
    expect(ask(stocks, limit)?.fullAt).not.toBeNull();
  });

  it("files do not give back what rows leave behind", () => {
    const shrinking = [kept(days(100), 30)];
    expect(ask(shrinking, null)?.points.at(-1)?.mid).toBe(0);
    const files = ask(shrinking, null, true);
    expect(files?.points.every(({ mid, low }) => mid >= 6_000 && low >= 6_000)).toBe(true);
  });
});
