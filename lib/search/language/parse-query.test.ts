import { describe, expect, test } from "vitest";
import type { Match, Term } from "@/lib/lexemes/match";
import { emptyFilters } from "./filters";
import { parseQuery } from "./parse-query";
import type { Filters } from "./query";
import { MAX_TERMS } from "./understand";

const term = (kind: Term["kind"], text: string): Match => ({ op: "term", term: { kind, text } });
const word = (text: string) => term("word", text);
const phrase = (text: string) => term("phrase", text);
const prefix = (text: string) => term("prefix", text);
const not = (of: Match): Match => ({ op: "not", of });
const and = (...of: Match[]): Match => ({ op: "and", of });
const or = (...of: Match[]): Match => ({ op: "or", of });

const filters = (some: Partial<Filters>): Filters => ({ ...emptyFilters(), ...some });
const only = <T extends string>(...include: T[]) => ({ include, exclude: [] });
const without = <T extends string>(...exclude: T[]) => ({ include: [], exclude });

/** Chips as people read them. */
const chips = (text: string, options = {}) =>
  parseQuery(text, options).understood.map(
    (it) => `${it.or ? "or " : ""}${it.negative ? "without " : ""}${it.kind} ${it.value}`,
  );

describe("words", () => {
  test.each<[string, Match | null]>([
    ["", null],
    [" \t ", null],
    ["tender", word("tender")],
    ["tender closes", and(word("tender"), word("closes"))],
    ['"our figure"', phrase("our figure")],
    [
      "“our figure” „our figure“ «our figure»",
      and(phrase("our figure"), phrase("our figure"), phrase("our figure")),
    ],
    ['"not closed', phrase("not closed")],
    ['a "', word("a")],
    ['"a""b"c', and(phrase("a"), phrase("b"), word("c"))],
    ['צה"ל rock"n"roll', and(word('צה"ל'), word('rock"n"roll'))],
    ["tend* 東*", and(prefix("tend"), prefix("東"))],
    ['"our fig"*', prefix("our fig")],
    ["* ** !!! … - --", null],
    ["-crane", not(word("crane"))],
    ['-"dock 2" -cran*', and(not(phrase("dock 2")), not(prefix("cran")))],
    ["- crane", word("crane")],
    ["e-mail --x", and(word("e-mail"), not(word("-x")))],
    ["鋼材の　データ", and(word("鋼材の"), word("データ"))],
    [
      "https://x.example/a re:tender 10:30",
      and(word("https://x.example/a"), word("re:tender"), word("10:30")),
    ],
  ])("%s", (text, expected) => {
    expect(parseQuery(text)).toMatchObject({ words: expected, substring: false, accents: "fold" });
    expect(parseQuery(text).filters).toEqual(emptyFilters());
  });
});

describe("OR binds tighter than the AND between words", () => {
  test.each<[string, Match]>([
    ["a or b", or(word("a"), word("b"))],
    ["a OR b Or c", or(word("a"), word("b"), word("c"))],
    ["x a or b y", and(word("x"), or(word("a"), word("b")), word("y"))],
    ["a or -b", or(word("a"), not(word("b")))],
    ['a or "or"', or(word("a"), phrase("or"))],
    ["or a", and(word("or"), word("a"))],
    ["a or", and(word("a"), word("or"))],
    ["a or or b", and(or(word("a"), word("or")), word("b"))],
    ["a or from:b", and(word("a"), word("or"))],
    ["from:a or b", and(word("or"), word("b"))],
    ["a or !!!", and(word("a"), word("or"))],
    ["a -or b", and(word("a"), not(word("or")), word("b"))],
  ])("%s", (text, expected) => {
    expect(parseQuery(text).words).toEqual(expected);
  });
});

describe("filters", () => {
  test.each<[string, Partial<Filters>]>([
    [
      "from:alice FROM:bob@x.example -from:carol",
      { from: { include: ["alice", "bob@x.example"], exclude: ["carol"] } },
    ],
    ['from:"ken (佐藤 健)"', { from: only("ken (佐藤 健)") }],
    ['from:"not closed', { from: only("not closed") }],
    ["from:ali* from:alice from:alice", { from: only("ali*", "alice") }],
    [
      "to:a with:b in:dock-2 host:x.example",
      { to: only("a"), with: only("b"), in: only("dock-2"), host: only("x.example") },
    ],
    ["-in:a@b -host:c", { in: without("a@b"), host: without("c") }],
    [
      "kind:Text kind:file -kind:receipt",
      { kind: { include: ["text", "file"], exclude: ["receipt"] } },
    ],
    [
      "has:file has:link -has:encrypted",
      { has: { include: ["file", "link"], exclude: ["encrypted"] } },
    ],
    ["is:edited -is:retracted", { is: { include: ["edited"], exclude: ["retracted"] } }],
    ["id:a:b:c", { id: only("a:b:c") }],
    ["after:2026-02-01T10:00 before:7d", { after: ["2026-02-01T10:00"], before: ["7d"] }],
    ["on:2026-03-05 during:2026-03 on:Today", { within: ["2026-03-05", "2026-03", "Today"] }],
    ['after:"2026-02-01 10:00"', { after: ["2026-02-01 10:00"] }],
    ["from: -to: host:", {}],
    ["-id:x -after:2026 -on:today -order:newest", {}],
  ])("%s", (text, expected) => {
    expect(parseQuery(text)).toMatchObject({ words: null, filters: filters(expected) });
  });

  test.each([
    "kind:banana",
    "has:been",
    "is:this",
    "after:noon",
    "on:2026-02-30",
    "before:2026-13",
    "on:7d",
    "order:up",
    "accents:none",
    "fromalice:x",
  ])("%s is words", (text) => {
    expect(parseQuery(text)).toMatchObject({ words: word(text), filters: emptyFilters() });
    expect(parseQuery(`-${text}`).words).toEqual(not(word(text)));
  });

  test("settings", () => {
    expect(parseQuery("a").order).toBeUndefined();
    expect(parseQuery("order:newest order:Oldest accents:exact")).toMatchObject({
      words: null,
      order: "oldest",
      accents: "exact",
    });
  });
});

describe("pieces of text", () => {
  test("one operator makes pieces of all words", () => {
    expect(parseQuery('substring:"r, t" en* -substring:x')).toMatchObject({
      substring: true,
      words: and(phrase("r, t"), phrase("en*"), not(phrase("x"))),
    });
  });

  test("so does the switch, and punctuation can then be found", () => {
    expect(parseQuery(":-)").words).toBeNull();
    expect(parseQuery(":-) or !!!", { substring: true })).toMatchObject({
      substring: true,
      words: or(phrase(":-)"), phrase("!!!")),
    });
    expect(parseQuery('" "', { substring: true }).words).toBeNull();
  });

  test("without a value it asks nothing", () => {
    expect(parseQuery("substring: a")).toMatchObject({ substring: false, words: word("a") });
  });
});

describe("what was understood", () => {
  test.each<[string, string[]]>([
    [
      'in:northquay.example after:2026-02-01 tender or "our figure" -crane',
      [
        "in northquay.example",
        "after 2026-02-01",
        "word tender",
        "or phrase our figure",
        "without word crane",
      ],
    ],
    ["cran* !!! from: kind:x", ["prefix cran", "ignored !!!", "ignored from:", "word kind:x"]],
    ["-id:3 -from:ali* on:today", ["without ignored -id:3", "without from ali*", "on today"]],
    ["accents:exact substring:a b", ["accents exact", "substring a", "substring b"]],
  ])("%s", (text, expected) => {
    expect(chips(text)).toEqual(expected);
  });

  test("each chip knows its piece of the text, and the OR that goes with it", () => {
    const text = ' from:"a b"  x or y OR -z';
    const pieces = parseQuery(text).understood.map((it) => text.slice(it.start, it.end));
    expect(pieces).toEqual(['from:"a b"', "x or", "or y OR", "OR -z"]);
  });

  test("too many words are ignored and said to be", () => {
    const text = `${Array.from({ length: MAX_TERMS + 2 }, (_, n) => `w${n}`).join(" ")} from:a`;
    const query = parseQuery(text);
    expect(query.words).toMatchObject({ op: "and", of: { length: MAX_TERMS } });
    expect(query.filters.from.include).toEqual(["a"]);
    expect(chips(text).slice(-3)).toEqual(["ignored w64", "ignored w65", "from a"]);
  });
});
