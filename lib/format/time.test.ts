import { describe, expect, it } from "vitest";
import { addDays, dayKey, dayStart, formatDay, formatMonth, isDayKey } from "./day";
import { formatStamp, isoStamp, stampTitle } from "./stamp";
import { formatOffset, isZone, zoneCity, zoneOffset } from "./zone";
import { parseZoneChoice, zoneCookie } from "./zone-choice";

const at = (iso: string) => Date.parse(iso) / 1000;

describe("offsets", () => {
  it.each([
    ["Asia/Kolkata", "2026-03-02T00:00:00Z", "+05:30"],
    ["Asia/Kathmandu", "2026-03-02T00:00:00Z", "+05:45"],
    ["America/St_Johns", "2026-01-02T00:00:00Z", "−03:30"],
    ["America/St_Johns", "2026-07-02T00:00:00Z", "−02:30"],
    ["Europe/Berlin", "2026-03-29T00:59:59Z", "+01:00"],
    ["Europe/Berlin", "2026-03-29T01:00:00Z", "+02:00"],
    ["Europe/Berlin", "2026-10-25T00:59:59Z", "+02:00"],
    ["Europe/Berlin", "2026-10-25T01:00:00Z", "+01:00"],
    ["Australia/Lord_Howe", "2026-04-04T15:00:00Z", "+10:30"],
    ["UTC", "2026-03-02T00:00:00Z", "+00:00"],
  ])("%s at %s is %s", (zone, iso, offset) => {
    expect(formatOffset(zoneOffset(at(iso), zone))).toBe(offset);
  });

  it("agrees with Intl on every quarter of an hour round the changes", () => {
    for (const zone of [
      "Europe/Berlin",
      "America/St_Johns",
      "Australia/Lord_Howe",
      "Africa/Cairo",
    ]) {
      const intl = new Intl.DateTimeFormat("sv-SE", {
        timeZone: zone,
        dateStyle: "short",
        timeStyle: "medium",
      });
      for (const day of ["2026-03-08", "2026-03-29", "2026-04-05", "2026-04-24", "2026-10-25"]) {
        for (let t = at(`${day}T00:00:00Z`) - 86_400; t < at(`${day}T23:59:59Z`); t += 901) {
          expect(formatStamp(t, zone, "second")).toBe(intl.format(t * 1000));
        }
      }
    }
  });

  it("knows names and refuses the rest", () => {
    expect(isZone("America/St_Johns")).toBe(true);
    expect(isZone("Mars/Olympus")).toBe(false);
    expect(isZone("+01:00")).toBe(false);
    expect(isZone("")).toBe(false);
    expect(zoneCity("America/Argentina/Buenos_Aires")).toBe("Buenos Aires");
  });
});

describe("days", () => {
  it("belongs to the day of the wall clock", () => {
    expect(dayKey(at("2026-03-02T18:29:59Z"), "Asia/Kolkata")).toBe("2026-03-02");
    expect(dayKey(at("2026-03-02T18:30:00Z"), "Asia/Kolkata")).toBe("2026-03-03");
    expect(dayKey(at("2026-03-02T18:15:00Z"), "Asia/Kathmandu")).toBe("2026-03-03");
    expect(dayKey(at("2026-01-01T03:29:59Z"), "America/St_Johns")).toBe("2025-12-31");
  });

  it.each([
    ["2026-03-29", "Europe/Berlin", "2026-03-28T23:00:00Z"],
    ["2026-03-30", "Europe/Berlin", "2026-03-29T22:00:00Z"],
    ["2026-10-26", "Europe/Berlin", "2026-10-25T23:00:00Z"],
    ["2026-03-03", "Asia/Kathmandu", "2026-03-02T18:15:00Z"],
    ["2026-03-08", "America/St_Johns", "2026-03-08T03:30:00Z"],
    ["2026-03-09", "America/St_Johns", "2026-03-09T02:30:00Z"],
    // Clocks jump from 00:00 to 01:00: the day begins at the jump.
    ["2026-04-24", "Africa/Cairo", "2026-04-23T22:00:00Z"],
    // 00:00 comes twice: the first one counts.
    ["2026-10-25", "Atlantic/Azores", "2026-10-25T00:00:00Z"],
  ])("%s in %s begins at %s", (key, zone, iso) => {
    expect(isoStamp(dayStart(key, zone))).toBe(iso.replace(".000", ""));
    expect(dayKey(dayStart(key, zone), zone)).toBe(key);
    expect(dayKey(dayStart(key, zone) - 1, zone)).toBe(addDays(key, -1));
  });

  it("refuses days that do not exist", () => {
    expect(isDayKey("2026-02-29")).toBe(false);
    expect(isDayKey("2024-02-29")).toBe(true);
    expect(() => dayStart("2026-13-01", "UTC")).toThrow(RangeError);
    expect(addDays("2024-02-28", 2)).toBe("2024-03-01");
  });

  it("reads as people write", () => {
    expect(formatDay("2026-03-02")).toBe("Monday 2 March 2026");
    expect(formatDay("2026-03-02", "de")).toBe("Montag, 2. März 2026");
    expect(formatMonth("2026-09-02")).toBe("Sep");
  });
});

describe("stamps", () => {
  it("cuts to the style asked for", () => {
    const stamp = at("2026-03-02T09:12:44Z");
    expect(formatStamp(stamp, "UTC")).toBe("2026-03-02 09:12");
    expect(formatStamp(stamp, "Asia/Kathmandu", "clock-second")).toBe("14:57:44");
    expect(formatStamp(stamp, "UTC", "month-day")).toBe("03-02");
    expect(stampTitle(stamp, "UTC")).toBe("2026-03-02 09:12:44 UTC");
    expect(stampTitle(stamp, "Europe/Berlin")).toBe(
      "2026-03-02 09:12:44 UTC\n2026-03-02 10:12:44 Europe/Berlin",
    );
  });
});

describe("the lens", () => {
  it.each([
    [undefined, { lens: "utc", zone: "UTC" }],
    ["UTC", { lens: "utc", zone: "UTC" }],
    ["Europe/Lisbon", { lens: "named", zone: "Europe/Lisbon" }],
    ["mine:Asia/Kolkata", { lens: "mine", zone: "Asia/Kolkata" }],
    ["mine:Nowhere", { lens: "utc", zone: "UTC" }],
    ["<script>", { lens: "utc", zone: "UTC" }],
  ] as const)("reads %s", (cookie, choice) => {
    expect(parseZoneChoice(cookie)).toEqual(choice);
  });

  it("writes what it reads", () => {
    for (const value of ["UTC", "Europe/Lisbon", "mine:Asia/Kolkata"]) {
      expect(zoneCookie(parseZoneChoice(value))).toBe(value);
    }
  });
});
