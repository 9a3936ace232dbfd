import { describe, expect, it } from "vitest";
import { dayStart } from "@/lib/format/day";
import { byteTicks, countTicks, roundValues, shareTicks } from "./nice-ticks";
import { timeTicks } from "./time-ticks";

const plain = (labels: { label: string }[]) =>
  labels.map((it) => it.label.replaceAll("\u00a0", " "));
const GIB = 1024 ** 3;

describe("ticks of values", () => {
  it("are round and reach over the largest value", () => {
    expect(roundValues(17.1, 4, false)).toEqual([0, 5, 10, 15, 20]);
    expect(roundValues(20, 4, false)).toEqual([0, 5, 10, 15, 20]);
    expect(roundValues(0.3, 4, false)).toEqual([0, 0.1, 0.2, 0.3]);
    expect(roundValues(60.6, 3, false)).toEqual([0, 25, 50, 75]);
    expect(roundValues(9, 4, true)).toEqual([0, 5, 10]);
    expect(roundValues(3, 4, true)).toEqual([0, 1, 2, 3]);
    expect(roundValues(0, 4, true)).toEqual([0, 1]);
    for (const most of [1, 7, 13, 99, 101, 4_321, 18_402_117]) {
      const values = roundValues(most, 4, true);
      expect(values.at(-1)).toBeGreaterThanOrEqual(most);
      expect(values.length).toBeLessThanOrEqual(6);
    }
  });

  it("count in thousands and millions", () => {
    expect(plain(countTicks(18_402_117, "en"))).toEqual(["0", "5 M", "10 M", "15 M", "20 M"]);
    expect(plain(countTicks(1_400, "de"))).toEqual(["0", "500", "1 Tsd.", "1,5 Tsd."]);
  });

  it("are round in IEC units, and only the top one says which", () => {
    expect(plain(byteTicks(17 * GIB, "en"))).toEqual(["0", "5", "10", "15", "20 GiB"]);
    expect(plain(byteTicks(700, "de"))).toEqual(["0", "200", "400", "600", "800 Byte"]);
    expect(plain(byteTicks(1.2 * GIB, "en"))).toEqual(["0", "0.5", "1.0", "1.5 GiB"]);
    expect(plain(byteTicks(0, "en"))).toEqual(["0", "1 bytes"]);
  });

  it("of a share are percents", () => {
    expect(plain(shareTicks(0.31, "en"))).toEqual(["0", "10", "20", "30", "40%"]);
    expect(plain(shareTicks(1, "de"))).toEqual(["0", "25", "50", "75", "100 %"]);
    expect(plain(shareTicks(0, "en"))).toEqual(["0", "5", "10%"]);
  });
});

describe("ticks of time", () => {
  const at = (key: string, zone = "UTC") => dayStart(key, zone);

  it("are months, quarters, halves or years, as many as fit", () => {
    const labels = (to: string, most: number) =>
      plain(timeTicks(at("2024-02-10"), at(to), "UTC", most));
    expect(labels("2024-06-20", 8)).toEqual(["2024-03", "2024-04", "2024-05", "2024-06"]);
    expect(labels("2026-03-18", 10)).toEqual([
      "2024-04",
      "2024-07",
      "2024-10",
      "2025-01",
      "2025-04",
      "2025-07",
      "2025-10",
      "2026-01",
    ]);
    expect(labels("2033-01-02", 10)).toEqual(
      [2025, 2026, 2027, 2028, 2029, 2030, 2031, 2032, 2033].map(String),
    );
  });

  it("are days where the range is short, from Mondays on where not every day fits", () => {
    const short = timeTicks(at("2026-03-01"), at("2026-03-03"), "UTC", 8);
    expect(plain(short)).toEqual(["03-01", "03-02", "03-03"]);
    const weeks = timeTicks(at("2026-03-01"), at("2026-04-10"), "UTC", 8);
    for (const { at: seconds } of weeks) expect(new Date(seconds * 1000).getUTCDay()).toBe(1);
  });

  it("stand at local midnights on either side of a change of the clock", () => {
    for (const zone of ["Europe/Berlin", "Asia/Kathmandu", "America/St_Johns", "Asia/Kolkata"]) {
      const ticks = timeTicks(at("2026-03-27", zone), at("2026-03-31", zone), zone, 8);
      expect(ticks.map((it) => it.at)).toEqual(
        ["27", "28", "29", "30", "31"].map((day) => at(`2026-03-${day}`, zone)),
      );
    }
  });
});
