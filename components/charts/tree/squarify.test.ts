import { describe, expect, it } from "vitest";
import { type Box, squarify } from "./squarify";

const INTO = { x: 0, y: 0, width: 600, height: 256 };
const area = ({ width, height }: Box) => width * height;
const falling = [10_500, 1_690, 1_205, 814, 811, 702, 519, 506, 466, 402, 142, 141, 138, 96, 3, 1];

describe("the treemap", () => {
  const boxes = squarify(falling, INTO);

  it("gives each weight its share of the area", () => {
    const total = falling.reduce((sum, it) => sum + it, 0);
    for (const [i, box] of boxes.entries()) {
      expect(area(box)).toBeCloseTo(((falling[i] ?? 0) / total) * area(INTO), 3);
    }
  });

  it("stays inside and overlaps nowhere", () => {
    for (const [i, a] of boxes.entries()) {
      expect(a.x).toBeGreaterThanOrEqual(-1e-6);
      expect(a.y + a.height).toBeLessThanOrEqual(INTO.height + 1e-6);
      expect(a.x + a.width).toBeLessThanOrEqual(INTO.width + 1e-6);
      for (const b of boxes.slice(i + 1)) {
        const wide = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
        const high = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
        expect(Math.min(wide, high)).toBeLessThan(1e-6);
      }
    }
  });

  it("is what the paper shows for its example", () => {
    const first = squarify([6, 6, 4, 3, 2, 2, 1], { x: 0, y: 0, width: 6, height: 4 });
    expect(first.map((box) => [box.width, box.height].map((it) => Number(it.toFixed(2))))).toEqual([
      [3, 2],
      [3, 2],
      [1.71, 2.33],
      [1.29, 2.33],
      [1.2, 1.67],
      [1.2, 1.67],
      [0.6, 1.67],
    ]);
  });

  it("fills the whole with one, and draws nothing of nothing", () => {
    expect(squarify([7], INTO)).toEqual([INTO]);
    expect(squarify([0, 0], INTO).map(area)).toEqual([0, 0]);
    expect(squarify([], INTO)).toEqual([]);
  });
});
