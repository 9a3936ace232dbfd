import { describe, expect, test } from "vitest";
import { PROSODY_VERSIONS, versionOf } from "../version";
import { CELLS } from "./cells.fixture";
import { type PeriodMeaning, type PeriodWarning, readPeriod, readUploadPeriod } from "./read";
import { isPlainPeriod, MOST_DAYS, writePeriod, writeUploadPeriod } from "./write";

const short = (it: PeriodMeaning) =>
  it.warnings.includes("never-by-accident")
    ? "never-by-accident"
    : it.state === "seconds"
      ? it.seconds
      : it.state;

describe("a period", () => {
  for (const [text, old, new13] of CELLS) {
    test(`${JSON.stringify(text) ?? "nothing"} is read as each Prosody reads it`, () => {
      expect(short(readPeriod("0.11", text))).toBe(old);
      expect(short(readPeriod("0.12", text))).toBe(old);
      expect(short(readPeriod("13", text))).toBe(new13);
    });
  }

  const dangers: [string | number | boolean, "0.12" | "13", PeriodWarning[]][] = [
    ["12h", "0.12", ["unit-ignored", "deletes-all"]],
    ["1 hour", "0.12", ["unit-ignored", "deletes-all"]],
    ["30 min", "0.12", ["minutes-are-months"]],
    ["1.5y", "0.12", ["fraction-cut", "deletes-all"]],
    ["1.5y", "13", ["fraction-cut", "deletes-all"]],
    ["1m", "0.12", ["m-is-month"]],
    ["1m", "13", ["m-is-month"]],
    ["-1", "13", ["sign-ignored", "unit-missing", "deletes-all"]],
    [-1, "0.12", ["sign-ignored", "deletes-all"]],
    ["forever", "0.12", ["archiving-off"]],
    ["forever", "13", ["never-by-accident"]],
    [false, "0.12", ["archiving-off"]],
    ["P1Y", "13", ["by-luck"]],
    ["2592000", "13", ["unit-missing"]],
    [0, "13", ["deletes-all"]],
    ["30s", "0.12", ["deletes-all"]],
    ["365 days", "13", []],
    ["1 month", "13", []],
  ];
  for (const [text, version, warnings] of dangers) {
    test(`what ${JSON.stringify(text)} really does in ${version} is said`, () => {
      expect(readPeriod(version, text).warnings).toEqual(warnings);
    });
  }

  test("what we write is read alike, and without a warning, by every version", () => {
    for (const days of [1, 7, 30, 270, 365, MOST_DAYS]) {
      for (const version of PROSODY_VERSIONS) {
        const seconds = days * 86_400;
        expect(isPlainPeriod(writePeriod(days))).toBe(true);
        expect(readPeriod(version, writePeriod(days))).toEqual({
          state: "seconds",
          seconds,
          warnings: [],
        });
        if (version !== "0.11") {
          const meaning = readUploadPeriod(version, writeUploadPeriod(days));
          expect(meaning).toEqual({ state: "seconds", seconds, warnings: [] });
        }
      }
    }
    for (const version of PROSODY_VERSIONS) {
      expect(readPeriod(version, writePeriod("never"))).toEqual({ state: "never", warnings: [] });
      expect(readUploadPeriod(version, writeUploadPeriod("never")).state).toBe("never");
    }
    expect(() => writePeriod(0)).toThrow(RangeError);
    expect(() => writePeriod(1.5)).toThrow(RangeError);
    expect(isPlainPeriod("12h")).toBe(false);
  });

  test("0.12 does not share files at all where it finds a text for their expiry", () => {
    expect(readUploadPeriod("0.12", "30d")).toEqual({ state: "off", warnings: ["module-fails"] });
    expect(readUploadPeriod("0.12", undefined)).toMatchObject({ seconds: 604_800 });
    expect(readUploadPeriod("13", "30d")).toMatchObject({ seconds: 2_592_000 });
  });
});

test("a version is known from what Prosody says", () => {
  expect(versionOf("OK: 0.12.3")).toBe("0.12");
  expect(versionOf("13.0.1")).toBe("13");
  expect(versionOf("Prosody 0.11.14 (Debian)")).toBe("0.11");
  expect(versionOf("0.9.12")).toBeNull();
  expect(versionOf("trunk nightly build")).toBeNull();
});
