import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { someMatch } from "./generated.fixture";
import type { Match, Term } from "./match";
import { frequencyOf, lexemesOf } from "./positive";
import { tokenize } from "./tokenize";
import { toTsquery } from "./tsquery";
import { toTsvector } from "./tsvector";

const term = (kind: Term["kind"], text: string): Match => ({ op: "term", term: { kind, text } });
const word = (text: string) => term("word", text);
const and = (...of: Match[]): Match => ({ op: "and", of });
const or = (...of: Match[]): Match => ({ op: "or", of });
const not = (of: Match): Match => ({ op: "not", of });
const facet = (...any: string[]): Match => ({ op: "facet", any });

describe("as text for PostgreSQL", () => {
  test.each<[Match, string | null, string | null]>([
    [word("Café"), "'cafe'", "'café'"],
    [word("cafe"), "'cafe'", "'cafe':D"],
    [term("prefix", "Caf"), "'caf':*", "'caf':*D"],
    [term("prefix", "Café"), "'cafe':*", "'café':*"],
    [term("phrase", "our figure"), "('our' <1> 'figure')", "('our':D <1> 'figure':D)"],
    [term("prefix", "our fig"), "('our' <1> 'fig':*)", "('our':D <1> 'fig':*D)"],
    [word("鋼材"), "('鋼' <1> '材')", "('鋼':D <1> '材':D)"],
    [word(`a.${"x".repeat(300)}.b`), "('a' <2> 'b')", "('a':D <2> 'b':D)"],
    [
      and(word("a"), or(word("b"), not(word("c")))),
      "('a' & ('b' | !('c')))",
      "('a':D & ('b':D | !('c':D)))",
    ],
    [facet(":k1"), "':k1'", "':k1'"],
    [facet(":s1", ":o'b\\"), "(':s1' | ':o''b\\\\')", "(':s1' | ':o''b\\\\')"],
    [facet(), "':'", "':'"],
    [word("!!!"), null, null],
    [and(), null, null],
    [and(word("—"), word("a"), not(word("…"))), "'a'", "'a':D"],
    [or(not(or()), and(word("?"))), null, null],
  ])("%j", (match, folded, exact) => {
    expect(toTsquery(match, { accents: "fold" })).toBe(folded);
    expect(toTsquery(match, { accents: "exact" })).toBe(exact);
  });

  test("a row's words and facets", () => {
    expect(toTsvector(tokenize("Le café’s O'Brien"), [":k1", ":o'b\\"])).toBe(
      "'le':1 'cafe':2B 'café':2 's':3 'o':4 'brien':5 ':k1' ':o''b\\\\' ",
    );
    expect(toTsvector([], [])).toBe("");
  });
});

describe("how frequent a match can be", () => {
  const shares: Record<string, number> = { a: 0.5, b: 0.1, c: 0.7, ":k1": 0.9, ":s1": 0.2 };
  const of = (lexeme: string, prefix: boolean) => (prefix ? 1 : (shares[lexeme] ?? 0));

  test.each<[Match, string[], number]>([
    [word("A"), ["a"], 0.5],
    [term("phrase", "a b"), ["a", "b"], 0.1],
    [term("prefix", "b a"), ["b"], 0.1],
    [term("prefix", "a"), [], 1],
    [and(word("a"), word("b"), not(word("unknown"))), ["a", "b"], 0.1],
    [or(word("a"), word("b")), ["a", "b"], 0.6],
    [or(word("a"), word("c")), ["a", "c"], 1],
    [or(word("b"), not(word("a"))), ["b"], 1],
    [or(word("b"), word("!")), ["b"], 0.1],
    [and(facet(":k1", ":s1"), word("unknown")), [":k1", ":s1", "unknown"], 0],
    [facet(":s1"), [":s1"], 0.2],
    [facet(), [], 0],
    [word("!"), [], 1],
  ])("%j", (match, lexemes, share) => {
    expect(lexemesOf(match)).toEqual(lexemes);
    expect(frequencyOf(match, of)).toBeCloseTo(share, 10);
  });

  test("whatever is asked, it is a share, and 1 when nothing is known", () => {
    fc.assert(
      fc.property(someMatch, (match) => {
        const share = frequencyOf(match, () => 0.3);
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
        if (toTsquery(match, { accents: "fold" }) === null) expect(share).toBe(1);
      }),
    );
  });
});
