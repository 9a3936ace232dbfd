import { expect, test } from "vitest";
import { meanOf } from "./mean-of";

const arrivals = (rows: number[]) => ({
  zone: "UTC",
  starts: rows.map((_, day) => day * 86_400),
  rows,
  bytes: rows.map((it) => it * 10),
});

test("the mean is of whole days: today is not over", () => {
  expect(meanOf(arrivals([4, 0, 8, 99]), 1_000)).toEqual({ rows: 4, bytes: 40, days: 3 });
});

test("where nothing is older, the first day was none", () => {
  expect(meanOf(arrivals([0, 7, 10, 20, 3]), 40)).toEqual({ rows: 15, bytes: 150, days: 2 });
});

test("a first day has no mean, and an empty archive none either", () => {
  expect(meanOf(arrivals([0, 0, 12]), 12)).toBeNull();
  expect(meanOf(arrivals([0, 7, 3]), 10)).toBeNull();
  expect(meanOf(arrivals([0, 0, 0]), 0)).toBeNull();
});

test("a silent month of an old archive is a mean of nothing", () => {
  expect(meanOf(arrivals([0, 0, 0]), 50)).toEqual({ rows: 0, bytes: 0, days: 2 });
});
