import { describe, expect, it } from "vitest";
import type { Growth, Series } from "@/lib/storage/views";
import { bucketsOverTime, layersOf, sizesOverTime, sumOf } from "./layers";

const DAY = 86_400;
const series = (key: string, rows: number[], before = 0): Series => ({
  key,
  label: key,
  rows,
  bytes: rows.map((it) => it * 100),
  before: { rows: before, bytes: before * 100 },
});
const names = { name: (it: Series) => it.label, rest: (count: number) => `${count} others` };
const growth = (list: Series[], asOf = 2.5 * DAY): Growth => ({
  zone: "UTC",
  step: "day",
  starts: [0, DAY, 2 * DAY],
  end: 3 * DAY,
  split: "host",
  series: list,
  total: { rows: 0, bytes: 0 },
  asOf,
});

describe("layers", () => {
  it("stand with the largest on top, and leave out what has nothing", () => {
    const { layers } = layersOf(
      [series("a", [1, 1, 1]), series("b", [9, 9, 9]), series("c", [0, 0, 0])],
      "rows",
      names,
    );
    expect(layers.map((it) => it.key)).toEqual(["a", "b"]);
    expect(layers.at(-1)?.ink).toBe("var(--data-1)");
  });

  it("take together what would not be told apart", () => {
    const many = Array.from({ length: 9 }, (_, i) => series(`k${i}`, [i + 1, 0, 0]));
    const { layers, parts } = layersOf(many, "bytes", names);
    expect(layers.map((it) => it.label)).toEqual(["4 others", "k4", "k5", "k6", "k7", "k8"]);
    expect(parts[0]?.map((it) => it.key)).toEqual(["k3", "k2", "k1", "k0"]);
    expect(layersOf(many.slice(0, 6), "rows", names).layers).toHaveLength(6);
  });

  it("give encrypted its own hue", () => {
    const { layers } = layersOf([series("text", [9]), series("encrypted", [1])], "rows", names);
    expect(layers[0]).toMatchObject({ key: "encrypted", ink: "var(--sealed-edge)" });
  });
});

describe("over time", () => {
  const list = [series("a", [5, 0, 2], 100), series("b", [1, 1, 1])];
  const { parts } = layersOf(list, "rows", names);

  it("sizes begin with what was there before and end now", () => {
    const points = sizesOverTime(growth(list), parts, "rows");
    expect(points.map((it) => it.at)).toEqual([0, DAY, 2 * DAY, 2.5 * DAY]);
    expect(points.map((it) => it.values)).toEqual([
      [0, 100],
      [1, 105],
      [2, 105],
      [3, 107],
    ]);
  });

  it("end with the range where that lies in the past", () => {
    expect(sizesOverTime(growth(list, 90 * DAY), parts, "rows").at(-1)?.at).toBe(3 * DAY);
  });

  it("draw a single day as a rise and not as a point", () => {
    const one = { ...growth([series("a", [7])], 0.5 * DAY), starts: [0], end: DAY };
    const points = sizesOverTime(one, [one.series], "rows");
    expect(points).toEqual([
      { at: 0, values: [0] },
      { at: 0.5 * DAY, values: [7] },
    ]);
  });

  it("buckets hold their value to their end", () => {
    const points = bucketsOverTime(growth(list), parts, "rows");
    expect(points.map((it) => sumOf(it.values))).toEqual([6, 1, 3, 3]);
    expect(points.at(-1)?.at).toBe(3 * DAY);
  });

  it("of nothing are nothing", () => {
    const nothing = { ...growth([]), starts: [] };
    expect(sizesOverTime(nothing, [], "rows")).toEqual([]);
    expect(bucketsOverTime(nothing, [], "rows")).toEqual([]);
  });
});
