import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hitParts } from "./hit-parts";

const shown = (text: string, ranges: { start: number; end: number }[]) =>
  hitParts(text, ranges).map(({ segment, pieces }) => ({
    type: segment.type,
    pieces: pieces.map((it) => (it.hit ? `[${it.text}]` : it.text)),
  }));

describe("found words in a stranger's text", () => {
  it("are cut out of text and of links", () => {
    expect(shown("see https://a.example/tender now", [{ start: 22, end: 28 }])).toEqual([
      { type: "text", pieces: ["see "] },
      { type: "link", pieces: ["https://a.example/", "[tender]"] },
      { type: "text", pieces: [" now"] },
    ]);
  });

  it("run on over what cannot be seen", () => {
    expect(shown("ten\u200bder", [{ start: 0, end: 7 }])).toEqual([
      { type: "text", pieces: ["[ten]"] },
      { type: "mark", pieces: ["[\u200b]"] },
      { type: "text", pieces: ["[der]"] },
    ]);
  });

  it("lose and add nothing, and mark exactly what was found", () => {
    const distances = fc.array(fc.tuple(fc.nat(6), fc.integer({ min: 1, max: 8 })));
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), distances, (text, given) => {
        let last = 0;
        const ranges = given
          .map(([gap, length]) => {
            const start = last + gap;
            last = start + length;
            return { start, end: last };
          })
          .filter((it) => it.end <= text.length);
        const parts = hitParts(text, ranges);
        expect(parts.flatMap((it) => it.pieces.map((p) => p.text)).join("")).toBe(text);
        const visible = parts.filter((it) => it.segment.type !== "mark").flatMap((it) => it.pieces);
        for (const { at, text: piece, hit } of visible)
          for (let i = at; i < at + piece.length; i += 1)
            expect(ranges.some((it) => it.start <= i && i < it.end)).toBe(hit);
      }),
    );
  });
});
