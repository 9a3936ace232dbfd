import { describe, expect, it } from "vitest";
import { bytesOf, inUnits } from "./size-of";

describe("a size that is typed", () => {
  it("has a point or a comma", () => {
    expect(bytesOf("1.5", "GiB")).toBe(1.5 * 1024 ** 3);
    expect(bytesOf(" 1,5 ", "GiB")).toBe(1.5 * 1024 ** 3);
    expect(bytesOf("64", "MiB")).toBe(64 * 1024 ** 2);
  });

  it("is nothing else", () => {
    for (const typed of ["", "x", "-1", "1,000,000", "1e9", "1.", "0x10", "NaN"]) {
      expect(bytesOf(typed, "TiB"), typed).toBeNull();
    }
  });

  it("is shown as it can be typed again", () => {
    for (const bytes of [
      1,
      5_000_000,
      1024 ** 3,
      1.25 * 1024 ** 3,
      1.05 * 1024 ** 3,
      3 * 1024 ** 4,
    ]) {
      for (const locale of ["en", "de"] as const) {
        const { size, unit } = inUnits(bytes, locale);
        const again = bytesOf(size, unit) ?? Number.NaN;
        expect(Math.abs(again - bytes), `${size} ${unit}`).toBeLessThanOrEqual(
          (bytesOf("0.01", unit) ?? 0) / 2 + 1,
        );
      }
    }
    expect(inUnits(1.05 * 1024 ** 3, "en")).toEqual({ size: "1.05", unit: "GiB" });
    expect(inUnits(1.5 * 1024 ** 3, "de")).toEqual({ size: "1,5", unit: "GiB" });
  });
});
