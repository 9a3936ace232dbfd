import { expect, test } from "vitest";
import { figuresOf } from "@/components/storage/frame/use-figures";
import { overview } from "@/lib/i18n/en/overview";
import type { Nights, NightTarget } from "@/lib/overview/views";
import { nightsModel } from "./nights-model";

const at = (iso: string) => Date.parse(iso) / 1_000;
const target = (
  store: string,
  rows: number[],
  nextRunAt = at("2026-03-19T02:10:00Z"),
): NightTarget => ({
  ...{ host: "h", store, expiresAfterSeconds: 1, nextRunAt, known: true, rows },
  ...{ bytes: rows, overdue: { rows: 0, bytes: 0 } },
});
const model = (targets: NightTarget[], zone = "UTC") => {
  const nights: Nights = { state: "ready", known: true, targets, never: [], off: [], unknown: [] };
  return nightsModel(nights, overview.nights, figuresOf("en", zone));
};

test("hosts are added up, rooms below and people on top, and the table says the same", () => {
  const { layers, bars, all, twin } = model([
    target("archive", [3, 0]),
    target("archive", [4, 1]),
    target("muc_log", [10, 2]),
    target("uploads", [0, 0]),
  ]);
  expect(layers.map((it) => it.label)).toEqual(["rooms", "one to one"]);
  expect(bars.map((it) => [it.day, it.values, it.total])).toEqual([
    ["2026-03-19", [10, 7], 17],
    ["2026-03-20", [2, 1], 3],
  ]);
  expect(all).toBe(20);
  expect(twin.columns.map((it) => it.name)).toEqual(["Night", "one to one", "rooms", "together"]);
  expect(twin.rows[0]?.cells.map((it) => it.value)).toEqual(["2026-03-19", 7, 10, 17]);
});

test("a run is tonight's only where the reader has night", () => {
  const name = (zone: string) => model([target("archive", [1])], zone).bars[0]?.label;
  expect(name("UTC")).toBe("tonight");
  expect(name("Asia/Tokyo")).toBe("next");
});

test("days are those of the reader", () => {
  const late = target("archive", [1, 2], at("2026-03-18T23:10:00Z"));
  expect(model([late], "Europe/Berlin").bars.map((it) => it.day)).toEqual([
    "2026-03-19",
    "2026-03-20",
  ]);
});
