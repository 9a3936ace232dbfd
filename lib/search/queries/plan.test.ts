import { describe, expect, it } from "vitest";
import { planSteps, worthTaking } from "./plan";

const rows = 10_000_000;
const kinds = (frequency: number, wanted = 51) =>
  planSteps({ frequency, rows, wanted, slack: 3 }).map((it) => it.kind);

describe("the way a search takes", () => {
  it("asks the index of words at once for few matches, and in windows for more", () => {
    expect(kinds(0)).toEqual(["all"]);
    expect(kinds(0.0002)).toEqual(["all"]);
    expect(kinds(0.002)).toEqual(["window", "window", "window", "window", "all"]);
  });

  it("walks where nearly every row matches, never further than ten thousand rows a step", () => {
    const steps = planSteps({ frequency: 0.02, rows, wanted: 51, slack: 12 });
    expect(steps.map((it) => it.kind).slice(0, 4)).toEqual(["walk", "walk", "walk", "window"]);
    for (const it of steps) if (it.kind === "walk") expect(it.rows).toBeLessThanOrEqual(10_000);
    expect(planSteps({ frequency: 1, rows, wanted: 51, slack: 3 })[0]).toEqual({
      kind: "walk",
      rows: 153,
    });
  });

  it("always ends with everything that is left", () => {
    for (const frequency of [0, 1e-6, 1e-4, 0.001, 0.01, 0.02, 0.5, 1]) {
      expect(kinds(frequency).at(-1)).toBe("all");
    }
  });

  it("goes on as the rows so far have shown", () => {
    const about = { wanted: 51, rowsInWindows: 1_000_000 };
    const walk = { kind: "walk", rows: 10_000 } as const;
    const window = { kind: "window" } as const;
    expect(worthTaking(walk, { rows: 0, hits: 0 }, about)).toEqual(walk);
    // One in ten: some hundred rows will do. One in a thousand: a walk would not.
    expect(worthTaking(walk, { rows: 2_500, hits: 250 }, about)).toEqual({
      kind: "walk",
      rows: 762,
    });
    expect(worthTaking(walk, { rows: 2_500, hits: 1 }, about)).toBeNull();
    expect(worthTaking(window, { rows: 2_500, hits: 1 }, about)).toEqual(window);
    // Nothing seen, and few rows in all windows: everything is asked for at once.
    expect(
      worthTaking(window, { rows: 2_500, hits: 0 }, { ...about, rowsInWindows: 90_000 }),
    ).toBeNull();
    expect(worthTaking({ kind: "all" }, { rows: 2_500, hits: 0 }, about)).toEqual({ kind: "all" });
  });
});
