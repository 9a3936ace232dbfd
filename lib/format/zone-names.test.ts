import { expect, it } from "vitest";
import { isZone } from "./zone";
import { zoneNames } from "./zone-names";

it("calls cities by their names of today", () => {
  expect(zoneNames(["Europe/Kiev", "Asia/Calcutta", "Europe/Berlin"])).toEqual([
    { zone: "Asia/Kolkata", formerly: "Asia/Calcutta" },
    { zone: "Europe/Berlin", formerly: null },
    { zone: "Europe/Kyiv", formerly: "Europe/Kiev" },
  ]);
});

it("lists only zones that can be used, none twice", () => {
  const zones = zoneNames().map(({ zone }) => zone);
  expect(zones.length).toBeGreaterThan(300);
  expect(zones.filter((zone) => !isZone(zone))).toEqual([]);
  expect(new Set(zones).size).toBe(zones.length);
});
