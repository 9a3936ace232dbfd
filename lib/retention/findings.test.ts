import { expect, test } from "vitest";
import type { Expiry } from "@/lib/expiry/views";
import { findProblems } from "./findings";

const DAY = 86_400;
const NOW = 1_000 * DAY;
const archive = (part: Partial<Expiry>): Expiry => ({
  host: "a.example",
  store: "archive",
  expiresAfterSeconds: 30 * DAY,
  source: "config",
  reason: null,
  option: "archive_expires_after",
  written: '"30d"',
  warnings: [],
  oldestAt: NOW - 30 * DAY,
  lastRunAt: NOW - DAY / 2,
  ...part,
});
const ids = (...expiry: Expiry[]) => findProblems(expiry, [], NOW).map(({ id }) => id);

test("what goes as it should is no finding", () => {
  expect(ids(archive({}))).toEqual([]);
  expect(ids(archive({ expiresAfterSeconds: "never", oldestAt: 0, lastRunAt: null }))).toEqual([]);
  expect(ids(archive({ expiresAfterSeconds: "unknown", oldestAt: 0 }))).toEqual([]);
  expect(ids(archive({ oldestAt: null, lastRunAt: null }))).toEqual([]);
});

test("rows past their date: the task never ran, or not lately, or the period is new", () => {
  const overdue = NOW - 40 * DAY;
  expect(ids(archive({ oldestAt: overdue, lastRunAt: null }))).toEqual(["never-ran"]);
  expect(ids(archive({ oldestAt: overdue, lastRunAt: NOW - 3 * DAY }))).toEqual(["late"]);
  expect(ids(archive({ oldestAt: overdue, lastRunAt: NOW - DAY }))).toEqual([]);
  expect(ids(archive({ oldestAt: NOW - 31 * DAY, lastRunAt: null }))).toEqual([]);
});

test("a week that nobody set, and offline rows that nobody fetches", () => {
  const week = archive({ expiresAfterSeconds: 7 * DAY, source: "default", oldestAt: NOW - DAY });
  expect(findProblems([week], [], NOW)).toEqual([
    { id: "default-week", host: "a.example", store: "archive", days: 7 },
  ]);
  const offline = (days: number) => ({ host: "a.example", rows: 3, oldestAt: NOW - days * DAY });
  expect(findProblems([], [offline(89)], NOW)).toEqual([]);
  expect(findProblems([], [offline(91)], NOW)).toEqual([{ id: "offline", ...offline(91) }]);
});
