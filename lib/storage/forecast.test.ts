import { describe, expect, it } from "vitest";
import { type ForecastInput, forecast } from "./forecast";
import { pastErrors, usualChange } from "./usual-change";

const DAY = 86_400;
const NOW = Date.UTC(2026, 2, 18) / 1000;
/** Five busy days, two quiet ones: 620 a week. */
const weekly = (days: number): number[] =>
  Array.from({ length: days }, (_, i) => (i % 7 < 5 ? 100 : 60));
const ask = (days: number[], rest: Partial<ForecastInput> = {}) =>
  forecast({
    stocks: [{ days, expiresAfterSeconds: null }],
    ...{ current: 10_000, limit: null, now: NOW, horizonDays: 365 },
    ...rest,
  });

/** Numbers that look like chance and are the same every time. */
function noise(days: number, seed = 7): number[] {
  let state = seed;
  return Array.from({ length: days }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return 50 + Math.round((state / 2_147_483_648) * 100);
  });
}

describe("the usual change of a day", () => {
  it("averages whole weeks, whatever weekday the series ends with", () => {
    for (let cut = 0; cut < 7; cut++) {
      expect(usualChange(weekly(90 + cut))).toBeCloseTo(620 / 7, 10);
    }
  });

  it("takes one purge or one import for what it is", () => {
    const purged = weekly(90);
    purged[40] = -1_000_000;
    const imported = weekly(90);
    imported[70] = 5_000_000;
    expect(usualChange(purged)).toBeCloseTo(620 / 7, 10);
    expect(usualChange(imported)).toBeCloseTo(620 / 7, 10);
  });

  it("counts what expires every night, because that is a habit", () => {
    expect(usualChange(weekly(90).map((it) => it - 80))).toBeCloseTo(620 / 7 - 80, 10);
  });

  it("says nothing of less than a week", () => {
    expect(usualChange(weekly(6))).toBeNull();
    expect(ask(weekly(6))).toBeNull();
    expect(usualChange(weekly(7))).toBeCloseTo(620 / 7, 10);
  });

  it("looks back ninety days and no further", () => {
    const changed = [...weekly(600).map((it) => it * 50), ...weekly(91)];
    expect(ask(changed)?.perDay).toBeCloseTo(620 / 7, 10);
    expect(ask(changed)?.basedOnDays).toBe(90);
    expect(ask(weekly(20))?.basedOnDays).toBe(20);
  });
});

describe("the band", () => {
  it("holds four of five errors of past forecasts at the horizons that were compared", () => {
    const changes = noise(500);
    const found = ask(changes, { horizonDays: 168 });
    expect(found?.band).toBe("past-errors");
    for (const ahead of [28, 56, 91]) {
      const point = found?.points.find((it) => it.at === NOW + ahead * DAY);
      const width = point ? point.high - point.mid : Number.NaN;
      const errors = pastErrors(changes, ahead);
      const held = errors.filter((it) => it <= width + 1e-6).length / errors.length;
      expect(errors.length).toBeGreaterThan(20);
      expect(held, `${ahead} days`).toBeGreaterThanOrEqual(0.8);
    }
  });

  it("is as wide as past errors were, not wider", () => {
    const changes = noise(500);
    const last = ask(changes, { horizonDays: 91 })?.points.at(-1);
    const errors = pastErrors(changes, 91).sort((a, b) => a - b);
    expect(errors).toContainEqual(expect.closeTo((last?.high ?? 0) - (last?.mid ?? 0), 6));
  });

  it("closes round a growth that never varied, and never narrows with time", () => {
    const steady = ask(weekly(400));
    for (const { low, mid, high } of steady?.points ?? []) {
      expect(high - mid).toBeLessThan(1e-6);
      expect(mid - low).toBeLessThan(1e-6);
    }
    const widths = ask(noise(400))?.points.map(({ mid, high }) => high - mid) ?? [];
    expect(widths[0]).toBe(0);
    expect(widths).toEqual([...widths].sort((a, b) => a - b));
  });

  it("goes by the spread of weeks where there is too little past", () => {
    const young = ask(noise(40));
    expect(young?.band).toBe("spread");
    expect((young?.points.at(-1)?.high ?? 0) - (young?.points.at(-1)?.mid ?? 0)).toBeGreaterThan(0);
  });

  it("never goes below nothing", () => {
    const shrinking = ask(weekly(200).map((it) => -it));
    expect(shrinking?.points.at(-1)).toMatchObject({ low: 0, mid: 0 });
  });
});

describe("the day the limit is reached", () => {
  const limit = 10_000 + 620 * 10;

  it("is where the usual growth meets it", () => {
    expect(ask(weekly(400), { limit })?.fullAt?.at).toBeCloseTo(NOW + 70 * DAY, -4);
  });

  it("lies between an early and a late one", () => {
    const full = ask(noise(500), { limit: 30_000 })?.fullAt;
    expect(full?.from ?? 0).toBeLessThan(full?.at ?? 0);
    expect(full?.to ?? 0).toBeGreaterThan(full?.at ?? 0);
  });

  it("has no late end when it may never come", () => {
    const wild = noise(500).map((it, i) => it - 95 + (i % 91 === 0 ? 4_000 : 0));
    const full = ask(wild, { limit: 200_000 })?.fullAt;
    expect(full).toMatchObject({ to: null });
  });

  it("is none where the archive shrinks or stands still, or no limit is known", () => {
    expect(
      ask(
        weekly(200).map((it) => -it),
        { limit },
      )?.fullAt,
    ).toBeNull();
    expect(
      ask(
        weekly(200).map(() => 0),
        { limit },
      )?.fullAt,
    ).toBeNull();
    expect(ask(weekly(200))?.fullAt).toBeNull();
  });

  it("is now where it has been reached, even by an archive that shrinks", () => {
    const over = ask(
      weekly(200).map((it) => -it),
      { limit: 9_000 },
    );
    expect(over?.fullAt).toEqual({ at: NOW, from: NOW, to: NOW });
  });

  it("is drawn when it lies not far beyond the horizon", () => {
    const points = (days: number) =>
      ask(weekly(400), { limit: 10_000 + (620 / 7) * days, horizonDays: 100 })?.points.at(-1)?.at;
    expect(points(250)).toBeGreaterThan(NOW + 250 * DAY);
    expect(points(2_000)).toBe(NOW + 100 * DAY);
    expect(points(50)).toBe(NOW + 100 * DAY);
  });
});
