import { expect, it } from "vitest";
import { heatStep, roundMost } from "./heat-step";

it("shades in five equal steps, and nothing where there is nothing", () => {
  expect([0, 1, 20, 21, 40, 60, 80, 81, 100].map((it) => heatStep(it, 100))).toEqual([
    0, 1, 1, 2, 2, 3, 4, 5, 5,
  ]);
  expect(heatStep(3, 0)).toBe(0);
});

it("rounds the largest value up to one that can be named", () => {
  expect([6543, 6500, 99, 7, 0.4, 0].map(roundMost)).toEqual([6600, 6500, 99, 7, 1, 0]);
});
