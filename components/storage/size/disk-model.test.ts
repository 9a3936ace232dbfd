import { describe, expect, it } from "vitest";
import { storage } from "@/lib/i18n/en/storage";
import type { DiskSizes, Forecast, StoreLife } from "@/lib/storage/views";
import { figuresOf } from "../frame/use-figures";
import { diskLayers } from "./disk-layers";
import { diskTwin } from "./disk-twin";
import { expectedOf } from "./expected";
import { expectedRows, forecastNotes, fullWords, reachedSaid } from "./forecast-words";

const DAY = 86_400;
const NOW = Date.UTC(2026, 5, 10) / 1_000;
const figures = figuresOf("en", "UTC");
const words = { figures, t: storage };
const part = (at: number, heap: number) => ({
  ...{ at, heap, toast: 0, indexes: 20, prosody: 1, console: 30, other: 9 },
});
const sizes: DiskSizes = {
  ...{ zone: "UTC", first: NOW - DAY, last: NOW - DAY, from: NOW - 3 * DAY, end: NOW },
  estimated: [
    { at: NOW - 3 * DAY, bytes: 100 },
    { at: NOW - DAY, bytes: 160 },
  ],
  measured: [part(NOW - DAY, 100), part(NOW, 110)],
};
const ahead = (days: number, mid: number) => ({
  ...{ at: NOW + days * DAY, low: mid - 5, mid, high: mid + 5 },
});
const forecast: Forecast = {
  ...{ unit: "disk", perDay: 5, basedOnDays: 42, band: "spread", lives: [] },
  points: [ahead(0, 170), ahead(1, 180), ahead(2, 190)],
  limit: { bytes: 185, value: 185, source: "setting" },
  fullAt: { at: NOW + 1.5 * DAY, from: NOW + DAY, to: NOW + 2 * DAY },
};
const expected = expectedOf(forecast, { from: NOW - 3 * DAY, known: NOW, now: 170 });

describe("the picture of what is on disk", () => {
  const layered = diskLayers(sizes, (key) => key);

  it("has the estimate first, then the parts in its place, and none that is nothing", () => {
    expect(layered.keys).toEqual(["estimated", "other", "console", "prosody", "indexes", "heap"]);
    expect(layered.points.map((it) => it.values)).toEqual([
      [100, 0, 0, 0, 0, 0],
      [160, 0, 0, 0, 0, 0],
      [0, 9, 30, 1, 20, 100],
      [0, 9, 30, 1, 20, 110],
    ]);
  });

  it("says line by line what is measured and what is not, then what is expected and when", () => {
    const { columns, rows } = diskTwin({ layered, expected, figures, text: storage });
    expect(columns.map((it) => it.name).slice(0, 3)).toEqual(["At", "How it is known", "heap"]);
    const lines = rows.map(({ cells }) => cells.map((it) => it.value));
    expect(lines).toEqual([
      ["2026-06-10 00:00", "measured", 110, 20, 1, 30, 9, 170, null, null],
      ["2026-06-09 00:00", "measured", 100, 20, 1, 30, 9, 160, null, null],
      ["2026-06-09", "≈ what is left", null, null, null, null, null, 160, null, null],
      ["2026-06-07", "≈ what is left", null, null, null, null, null, 100, null, null],
      ["2026-06-11", null, null, null, null, null, null, 180, 175, 185],
      ["2026-06-12", null, null, null, null, null, null, 190, 185, 195],
      [
        "≈ 2026-06-11, between 2026-06-11 and 2026-06-12: limit reached",
        ...[null, null, null, null, null, null, 185, null, null],
      ],
    ]);
    expect(new Set(lines.map((it) => it.length))).toEqual(new Set([columns.length]));
  });
});

describe("the words of the forecast", () => {
  it("name the month with the earliest and the latest, and that it never comes", () => {
    const far = { at: NOW, from: NOW - 40 * DAY, to: NOW + 40 * DAY };
    const said = (fullAt: Forecast["fullAt"]) => fullWords({ ...expected, fullAt }, words)?.label;
    expect(said(far)).toBe("≈ 2026-06, between 2026-05 and 2026-07");
    expect(said({ ...far, to: null })).toBe("≈ 2026-06, not before 2026-05");
    expect(said({ ...far, from: NOW, to: NOW })).toBe("≈ 2026-06");
    expect(reachedSaid({ ...expected, fullAt: null }, words)).toBe(storage.size.neverFull);
    expect(reachedSaid({ ...expected, limit: null }, words)).toBeNull();
    expect(expectedRows({ ...expected, points: [] }, "disk", 2, words)).toEqual([]);
  });

  it("say what will be deleted, and of what that is not known", () => {
    const life = (
      store: string,
      expiresAfterSeconds: StoreLife["expiresAfterSeconds"],
      overdue = false,
    ) => ({ host: "a.example", store, expiresAfterSeconds, overdue });
    const note = (...lives: StoreLife[]) =>
      forecastNotes(expected, { ...forecast, lives }, words).join(" ");
    expect(note(life("archive", "unknown"))).toContain(storage.size.noteLifeUnknown);
    expect(note(life("archive", "never"), life("muc_log", "off"))).toContain(storage.size.noteKept);
    expect(note(life("archive", 30 * DAY))).toContain("after 30\u00a0days is taken");
    expect(note(life("archive", 30 * DAY), life("muc_log", 7 * DAY))).toContain(
      "after 7\u00a0days to 30\u00a0days",
    );
    const partly = note(life("archive", 30 * DAY), life("muc_log", "unknown"));
    expect(partly).toContain("after 30\u00a0days");
    expect(partly).toContain("a.example (muc_log)");
    const overdue = note(life("archive", 30 * DAY, true));
    expect(overdue).toContain("a.example (archive) rows are left");
    expect(overdue).not.toContain("taken away from it");
    expect(overdue).not.toContain(storage.size.noteKept);
    expect(forecastNotes({ ...expected, points: [] }, forecast, words)).toEqual([]);
  });
});
