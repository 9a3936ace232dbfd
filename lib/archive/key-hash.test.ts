import { describe, expect, it } from "vitest";
import { keyHash } from "./key-hash";

describe("the hash of an archive id", () => {
  it("is that of FNV-1a, as a signed number", () => {
    expect(keyHash("")).toBe(0x811c9dc5 | 0);
    expect(keyHash("a")).toBe(0xe40c292c | 0);
    expect(keyHash("foobar")).toBe(0xbf9cf968 | 0);
  });

  it("tells hundred thousand ids apart nearly always", () => {
    const ids = Array.from({ length: 100_000 }, (_, n) => `0193c2f0-${n.toString(16)}-7aaa`);
    const different = new Set(ids.map(keyHash)).size;
    expect(different).toBeGreaterThan(99_980);
  });
});
