import { expect, test } from "vitest";
import { readTally, report, sum } from "./tally.mjs";

const skipped = [{ name: "a > b", reason: "no Prosody" }];

test("the summary is the last line, and what was skipped stands before it", () => {
  const total = sum([
    { passed: 2, failed: 1, skipped },
    { passed: 3, failed: 0, skipped: [] },
  ]);
  expect(report(total, false)).toEqual({
    lines: ["skipped: a > b (no Prosody)", "5 passed, 1 failed"],
    failed: 1,
  });
});

test("in CI nothing may be skipped", () => {
  const { lines, failed } = report({ passed: 5, failed: 0, skipped }, true);
  expect(failed).toBe(1);
  expect(lines.at(-1)).toBe("5 passed, 1 failed");
});

test("a runner that ends badly, or runs nothing, has failed", () => {
  expect(readTally("/nowhere", false).failed).toBe(1);
  expect(readTally("/nowhere", true).failed).toBe(1);
});
