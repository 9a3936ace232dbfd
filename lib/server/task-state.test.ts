import { expect, test } from "vitest";
import { taskState } from "./task-state";

const NOW = 1_700_000_000;
const HOUR = 3_600;
const ago = (hours: number) => NOW - hours * HOUR;

test.each([
  [604_800, ago(0), "on-time"],
  [604_800, ago(26), "on-time"],
  [604_800, ago(27), "due"],
  [604_800, ago(48), "due"],
  [604_800, ago(49), "overdue"],
  // By a clock that is ahead of ours.
  [604_800, ago(-1), "on-time"],
  [604_800, null, "never-ran"],
  // What is not known may be a week, which is Prosody's own value.
  ["unknown", ago(1), "on-time"],
  ["unknown", ago(60), "overdue"],
  ["unknown", null, "never-ran"],
  ["never", null, "not-expected"],
  ["never", ago(900), "not-expected"],
  ["off", ago(1), "not-expected"],
] as const)("kept %s, ran last at %s: %s", (expiresAfterSeconds, lastRunAt, state) => {
  expect(taskState({ expiresAfterSeconds, lastRunAt }, NOW)).toBe(state);
});
