import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { excerptOf } from "./excerpt";

const word = (text: string, part: string) => {
  const start = text.indexOf(part);
  return { start, end: start + part.length };
};

describe("an excerpt", () => {
  it("is the whole text when that is short", () => {
    const text = "Steel is 1,140 t.";
    const range = word(text, "1,140");
    expect(excerptOf(text, [range])).toEqual({ text, ranges: [range], begins: true, ends: true });
  });

  it("leads to a word far down, from the beginning of a word", () => {
    const text = `${"lorem ipsum ".repeat(100)}needle${" dolor".repeat(100)}`;
    const found = excerptOf(text, [word(text, "needle")]);
    expect(found.text).toMatch(/^(lorem|ipsum) .*needle/);
    expect(found.text.indexOf("needle")).toBeLessThan(70);
    expect(found.text.slice(found.ranges[0]?.start, found.ranges[0]?.end)).toBe("needle");
    expect(found).toMatchObject({ begins: false, ends: false });
    expect(found.text).toMatch(/dolor$/);
  });

  it("shows two lines before a word, not thirty", () => {
    const text = `${"a\n".repeat(30)}needle`;
    const found = excerptOf(text, [word(text, "needle")]);
    expect(found.text.split("\n").length).toBeLessThanOrEqual(4);
    expect(found.text).toMatch(/needle$/);
  });

  it("without found words is the beginning", () => {
    const found = excerptOf("x".repeat(1_000), []);
    expect(found).toMatchObject({ ranges: [], begins: true, ends: false });
    expect(found.text).toHaveLength(360);
  });

  it("never breaks a character, and its ranges cover what they covered", () => {
    const characters = fc.array(
      fc.constantFrom("a", "é", "e\u0301", "😀", "👩‍👩‍👧", " ", "\n", "佐", "क्"),
      { minLength: 200, maxLength: 900 },
    );
    fc.assert(
      fc.property(characters, fc.nat(), (parts, seed) => {
        const at = seed % parts.length;
        const start = parts.slice(0, at).join("").length;
        const range = { start, end: start + parts[at]!.length };
        const text = parts.join("");
        const found = excerptOf(text, [range]);
        expect(found.text).not.toMatch(/\p{Surrogate}/u);
        expect(found.text).not.toMatch(/^\p{M}/u);
        expect(text).toContain(found.text);
        const [shown] = found.ranges;
        expect(found.text.slice(shown?.start, shown?.end)).toBe(parts[at]);
      }),
    );
  });
});
