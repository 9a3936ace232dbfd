import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { someText } from "@/lib/lexemes/generated.fixture";
import { highlights } from "@/lib/lexemes/highlights";
import { toTsquery } from "@/lib/lexemes/tsquery";
import { dateRange } from "./date-range";
import { splitWords, withoutChip } from "./edit";
import { emptyFilters } from "./filters";
import { parseQuery } from "./parse-query";
import type { Chip } from "./query";

vi.setConfig({ testTimeout: 30_000 });

const PIECES = [
  "tender",
  "or",
  "OR",
  "Or",
  '"',
  "“",
  "”",
  "«",
  '"our figure"',
  "-crane",
  "-",
  "--",
  "*",
  "cran*",
  "!!!",
  ":-)",
  "from:",
  "from:alice",
  "-from:",
  'from:"ken sato"',
  "to:x*",
  "in:",
  "kind:",
  "kind:text",
  "kind:banana",
  "has:link",
  "is:",
  "-is:edited",
  "id:1",
  "-id:1",
  "after:",
  "after:2026-01-01",
  "before:7d",
  "-before:7d",
  "on:today",
  "during:x",
  "order:oldest",
  "accents:exact",
  "substring:",
  "substring:x",
  '-substring:"r, t"',
  "https://x.example",
  "鋼材",
  "👍🏽",
];

const typed = fc
  .array(fc.tuple(fc.constantFrom(...PIECES), fc.constantFrom(" ", " ", " ", "", "\n", "\u3000")), {
    maxLength: 10,
  })
  .map((parts) => parts.flat().join(""));

const query = fc.oneof({ weight: 4, arbitrary: typed }, { weight: 1, arbitrary: someText });

const runs = { numRuns: 3_000 };

/** A word that would read as OR is written in quotes when it moves. */
function meaning(value: unknown): string {
  return JSON.stringify(value).replaceAll(
    /"kind":"phrase",("text"|"value"):"(or)"/gi,
    '"kind":"word",$1:"$2"',
  );
}

const chipMeaning = ({ kind, value, negative }: Chip) => meaning({ kind, value, negative });

test("any text is a query, with each chip in its place", () => {
  fc.assert(
    fc.property(query, fc.boolean(), (text, asked) => {
      const { words, filters, understood, accents, substring } = parseQuery(text, {
        substring: asked,
      });
      for (const { start, end } of understood) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
        expect(text.slice(start, end)).toMatch(/^\S/);
      }
      expect(understood.length === 0).toBe(text.trim() === "");
      const { from, to } = dateRange(filters, "Europe/Berlin");
      expect([from, to].every((it) => it === null || Number.isInteger(it))).toBe(true);
      if (words && !substring) expect(toTsquery(words, { accents })).not.toBeNull();
      if (words) highlights(words, text, { accents, substring });
    }),
    runs,
  );
});

test("words and filters apart mean what they meant together, and neither holds any of the other", () => {
  fc.assert(
    fc.property(query, (text) => {
      const { words, filters } = splitWords(text);
      const whole = parseQuery(text);
      const again = parseQuery(`${words} ${filters}`);
      expect(meaning(again.words)).toBe(meaning(whole.words));
      expect({ ...again, words: null, understood: [] }).toEqual({
        ...whole,
        words: null,
        understood: [],
      });
      expect(parseQuery(words)).toMatchObject({ filters: emptyFilters(), accents: "fold" });
      expect(parseQuery(filters).words).toBeNull();
    }),
    runs,
  );
});

test("without a chip the others are as they were", () => {
  fc.assert(
    fc.property(query, fc.nat(), (text, pick) => {
      const { understood } = parseQuery(text);
      const chip = understood[pick % understood.length];
      if (!chip) return;
      const rest = understood.filter((it) => it !== chip);
      const left = parseQuery(withoutChip(text, chip)).understood;
      expect(left.map(chipMeaning)).toEqual(rest.map(chipMeaning));
    }),
    runs,
  );
});
