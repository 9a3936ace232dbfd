import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FACETS, someAccents, someMatch, someText } from "./generated.fixture";
import { highlights } from "./highlights";
import type { Match, MatchOptions, Term } from "./match";
import { matches } from "./matches";

const term = (kind: Term["kind"], text: string): Match => ({ op: "term", term: { kind, text } });
const word = (text: string) => term("word", text);
const any = (...texts: string[]): Match => ({ op: "or", of: texts.map(word) });
const fold: MatchOptions = { accents: "fold" };

/** The text with what is marked in brackets. */
function marked(match: Match, text: string, options: MatchOptions): string {
  let result = "";
  let done = 0;
  for (const { start, end } of highlights(match, text, options)) {
    result += `${text.slice(done, start)}[${text.slice(start, end)}]`;
    done = end;
  }
  return result + text.slice(done);
}

describe("words", () => {
  test.each<[Match, string, string]>([
    [word("tender"), "The Tender, tendered", "The [Tender], tendered"],
    [term("prefix", "tend"), "The Tender, tendered", "The [Tender], [tendered]"],
    [term("phrase", "our figure"), "our own figure, our figure", "our own figure, [our figure]"],
    [any("our", "figure"), "our figure", "[our] [figure]"],
    [word("don't"), "I don’t", "I [don’t]"],
    [word("1,140"), "1.140 t, 1140", "[1.140] t, 1140"],
    [word("example.org"), "alice@example.org/x", "alice@[example.org]/x"],
    [word("cafe"), "un café", "un [café]"],
    [word("材"), "鋼材の材", "鋼[材]の[材]"],
    [any("鋼", "材"), "鋼材の", "[鋼材]の"],
    [word("デ"), "ﾃﾞｰﾀ", "[ﾃﾞ]ｰﾀ"],
    [word("👍"), "ok👍🏽!", "ok[👍🏽]!"],
    [term("phrase", "a a"), "a a a b a", "[a a a] b a"],
    [{ op: "and", of: [word("a"), { op: "not", of: word("b") }] }, "a b", "[a] b"],
    [word("!!!"), "a!!!", "a!!!"],
  ])("%j in %s", (match, text, expected) => {
    expect(marked(match, text, fold)).toBe(expected);
  });

  test("accents count when they are asked for", () => {
    const exact: MatchOptions = { accents: "exact" };
    expect(marked(word("cafe"), "cafe café", exact)).toBe("[cafe] café");
    expect(marked(word("café"), "cafe CAFÉ", exact)).toBe("cafe [CAFÉ]");
    expect(marked(term("prefix", "caf"), "cafe café", exact)).toBe("[cafe] [café]");
  });
});

describe("pieces of text", () => {
  const pieces: MatchOptions = { accents: "fold", substring: true };

  test.each<[Match, string, string]>([
    [word("end"), "The Tender ENDS", "The T[end]er [END]S"],
    [word(":-)"), "ok :-) :-)", "ok [:-)] [:-)]"],
    [term("phrase", "r, t"), "Tender, tendered", "Tende[r, t]endered"],
    [word("aa"), "aaaaa", "[aaaa]a"],
    [word("x"), "İİx", "İİ[x]"],
    [word("οδος"), "ΟΔΟΣ", "ΟΔΟΣ"],
    [word("οδοσ"), "ΟΔΟΣ", "[ΟΔΟΣ]"],
    [word("cafe"), "café", "café"],
    [word("  "), "a  b", "a  b"],
  ])("%j in %s", (match, text, expected) => {
    expect(marked(match, text, pieces)).toBe(expected);
    expect(matches(match, text, pieces)).toBe(expected.includes("[") || text === "a  b");
  });
});

test("facets are asked only where they are known", () => {
  const match: Match = { op: "and", of: [word("a"), { op: "facet", any: [":k1"] }] };
  expect(matches(match, "a", fold)).toBe(true);
  expect(matches(match, "a", { ...fold, facets: [":k2"] })).toBe(false);
  expect(matches(match, "a", { ...fold, facets: [":k1", ":k2"] })).toBe(true);
});

test("marks are sorted, apart, inside the text, and never cut a character", () => {
  const options = fc.record({ accents: someAccents, substring: fc.boolean() });
  fc.assert(
    fc.property(someMatch, someText, options, (match, text, options) => {
      let before = -1;
      for (const { start, end } of highlights(match, text, options)) {
        expect(start).toBeGreaterThan(before);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
        expect(/[\ud800-\udbff][\udc00-\udfff]/.test(around(text, start) + around(text, end))).toBe(
          false,
        );
        before = end;
      }
    }),
    { numRuns: 2_000 },
  );
});

/** Both halves of a character cut in two, or something harmless. */
function around(text: string, at: number): string {
  const pair = text.slice(at - 1, at + 1);
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(pair) ? pair : "-";
}

test("a text without marks does not hold any of the terms", () => {
  fc.assert(
    fc.property(someText, someText, someAccents, (piece, text, accents) => {
      const match = word(piece);
      const found = highlights(match, text, { accents, facets: FACETS }).length > 0;
      const asks = highlights(match, piece, { accents }).length > 0;
      if (asks) expect(matches(match, text, { accents })).toBe(found);
    }),
  );
});
