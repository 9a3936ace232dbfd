import { describe, expect, it } from "vitest";
import { formatBytes } from "./bytes";
import { formatDuration, formatSpan, relativeTime } from "./duration";
import { formatEstimate, formatNumber, formatShare } from "./number";

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, " ");

describe("numbers", () => {
  it("groups thousands as the language does", () => {
    expect(formatNumber(18_402_117)).toBe("18,402,117");
    expect(formatNumber(18_402_117, "de")).toBe("18.402.117");
    expect(formatNumber(2.345, "de", 1)).toBe("2,3");
    expect(plain(formatEstimate(1240))).toBe("≈ 1,240");
  });

  it("never rounds a share to nothing or to all", () => {
    expect(plain(formatShare(1, 100_000))).toBe("< 1%");
    expect(plain(formatShare(99_999, 100_000))).toBe("> 99%");
    expect(plain(formatShare(0, 10))).toBe("0%");
    expect(plain(formatShare(10, 10, "de"))).toBe("100 %");
    expect(formatShare(0, 0)).toBe("–");
  });
});

describe("bytes", () => {
  it.each([
    [0, "0 bytes"],
    [1, "1 byte"],
    [634, "634 bytes"],
    [1023, "1,023 bytes"],
    [1024, "1.0 KiB"],
    [1_468_006, "1.4 MiB"],
    [102_400, "100 KiB"],
    [1_048_575, "1.0 MiB"],
    [14_495_514_624, "13.5 GiB"],
    [5e18, "4,441 PiB"],
  ])("%i is %s", (bytes, text) => {
    expect(plain(formatBytes(bytes))).toBe(text);
  });

  it("writes German numbers", () => {
    expect(plain(formatBytes(1_468_006, "de"))).toBe("1,4 MiB");
  });
});

describe("durations", () => {
  it.each([
    [0, "0 s"],
    [-3, "0 s"],
    [59, "59 s"],
    [883, "14 min 43 s"],
    [7500, "2 h 5 min"],
    [7205, "2 h"],
    [777_600, "9 d"],
    [90_061, "1 d 1 h"],
  ])("%i s is %s", (seconds, text) => {
    expect(plain(formatDuration(seconds))).toBe(text);
  });

  it("says how far away a time is", () => {
    expect(plain(formatSpan(2519))).toBe("41 min");
    expect(plain(relativeTime(94, 100))).toBe("6 s ago");
    expect(relativeTime(98, 100)).toBe("now");
    expect(plain(relativeTime(820, 100))).toBe("in 12 min");
    expect(plain(relativeTime(0, 86_400 * 9, "de"))).toBe("vor 9 T");
  });
});
