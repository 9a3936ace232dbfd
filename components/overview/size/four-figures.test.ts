import { expect, test } from "vitest";
import { figuresOf as writing } from "@/components/storage/frame/use-figures";
import { overview } from "@/lib/i18n/en/overview";
import type { ArchiveSize, Nights, NightTarget } from "@/lib/overview/views";
import type { Forecast } from "@/lib/storage/views";
import { figuresOf } from "./four-figures";

const GIB = 1024 ** 3;
const DAY = 86_400;
const NOW = Date.parse("2026-03-18T09:42:00Z") / 1_000;

const disk = (fullInDays: number | null, source: "volume" | "setting" = "volume"): Forecast => {
  const at = (days: number) => NOW + days * DAY;
  return {
    ...{ unit: "disk", perDay: 1, points: [], basedOnDays: 90, band: "spread", lives: [] },
    limit: { bytes: 3 * GIB, value: 9 * GIB, source },
    fullAt:
      fullInDays === null
        ? null
        : { at: at(fullInDays), from: at(fullInDays - 60), to: at(fullInDays + 60) },
  };
};

const SIZE: ArchiveSize = {
  growth: {
    ...{ zone: "UTC", step: "day", starts: [0], end: DAY, split: "host", series: [] },
    ...{ total: { rows: 18_402, bytes: GIB }, measuredSince: null, asOf: NOW },
  },
  forecasts: { rows: null, bytes: null },
  disk: disk(400),
  diskBytes: 2 * GIB,
  arrive: { rows: 419, bytes: 30 * 1024, days: 28 },
};

const target = (rows: number[], overdue = 0): NightTarget => ({
  ...{ host: "h", store: "archive", expiresAfterSeconds: 1, nextRunAt: NOW, known: true, rows },
  ...{ bytes: rows.map((it) => it * 100), overdue: { rows: overdue, bytes: overdue * 100 } },
});
const NIGHTS: Nights = {
  ...{ state: "ready", known: true, targets: [target([500, 300])] },
  ...{ never: [], off: [], unknown: [] },
};

const all = (size: Partial<ArchiveSize> = {}, nights: Partial<Nights> = {}) =>
  figuresOf(
    { ...SIZE, ...size },
    { ...NIGHTS, ...nights },
    {
      ...{ t: overview.size, figures: writing("en", "UTC"), now: NOW },
    },
  ).map(({ label, value, hint }) => `${label} ${value} (${hint})`.replaceAll("\u00a0", " "));

test("four figures, each with what it is made of", () => {
  expect(all()).toEqual([
    "Rows 18,402 (1.0 GiB of stanzas)",
    "Arrive a day 419 (30.0 KiB, mean of 28 days)",
    "Expire a day ≈ 400 (leaves + 19 rows, −9.1 KiB)",
    "Volume full ≈ 2027-04 (2027-02 to 2027-06, 3.0 GiB free)",
  ]);
});

test("what should have gone before is no habit", () => {
  const [, , expire] = all({}, { targets: [target([900, 300], 400)] });
  expect(expire).toMatch(/^Expire a day ≈ 400/);
});

test("more goes than comes", () => {
  const [, , expire] = all({}, { targets: [target([800, 800])] });
  expect(expire).toBe("Expire a day ≈ 800 (381 rows more than arrive)");
});

test("what is not known is a dash that says why", () => {
  const unknown = { known: false, targets: [] };
  expect(all({ arrive: null }, unknown).slice(1, 3)).toEqual([
    "Arrive a day – (less than a whole day is archived)",
    "Expire a day – (not known, see below)",
  ]);
  expect(all({}, { targets: [] })[2]).toBe("Expire a day 0 (nothing is deleted by age)");
  const full = (size: Partial<ArchiveSize>) => all(size)[3];
  expect(full({ disk: null })).toBe("Volume full – (too few days to say)");
  expect(full({ disk: { ...disk(1), limit: null } })).toMatch(/on another machine/);
  expect(full({ diskBytes: null, disk: null })).toMatch(/choose all hosts/);
});

test("a far end is far, none is never, and a limit of one's own is called so", () => {
  const full = (forecast: Forecast) => all({ disk: forecast })[3];
  expect(full(disk(9_000))).toBe("Volume full > 10 years (3.0 GiB free)");
  expect(full({ ...disk(null), perDay: -5 })).toBe("Volume full never (3.0 GiB free)");
  expect(full(disk(400, "setting"))).toBe(
    "Limit reached ≈ 2027-04 (2027-02 to 2027-06, of 3.0 GiB)",
  );
});
