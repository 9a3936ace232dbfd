import { expect, test } from "vitest";
import { firstCut, nextRun } from "./next-run";

const at = (iso: string) => Date.parse(iso) / 1_000;
const DAY = 86_400;

test("a day after the last run", () => {
  const last = at("2026-03-18T02:10:00Z");
  expect(nextRun(last, at("2026-03-18T09:40:00Z"), "UTC")).toEqual({ at: last + DAY, known: true });
});

test("one that is late comes at any moment", () => {
  const now = at("2026-03-18T09:40:00Z");
  expect(nextRun(at("2026-03-10T02:10:00Z"), now, "UTC")).toEqual({ at: now, known: true });
});

test("without a note, the end of the day on the reader's clock", () => {
  const now = at("2026-03-18T20:00:00Z");
  const midnight = { at: at("2026-03-18T18:15:00Z") + DAY, known: false };
  expect(nextRun(null, now, "Asia/Kathmandu")).toEqual(midnight);
});

test("the first night begins a day before the run, less the limit, on a quarter-hour", () => {
  const run = at("2026-03-19T02:10:00Z");
  const day = at("2026-03-11T00:00:00Z") / DAY;
  expect(firstCut(run, 7 * DAY)).toEqual({ day, part: 8 });
  expect(firstCut(run, 7 * DAY + 3 * 3_600)).toEqual({ day: day - 1, part: 92 });
});

test("a limit before 1970 is a cut like any other", () => {
  expect(firstCut(DAY, DAY + 900)).toEqual({ day: -2, part: 95 });
});
