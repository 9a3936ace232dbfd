import fc from "fast-check";
import type { Match, Term } from "./match";

/** Few words in many spellings, so that generated texts and queries often meet. */
const PIECES = [
  "cafe",
  "café",
  "CAFÉ",
  "cafe\u0301",
  "caf",
  "cafeteria",
  "caféteria",
  "straße",
  "STRASSE",
  "ёлка",
  "елка",
  "йод",
  "ИОД",
  "İstanbul",
  "ışık",
  "ΟΔΟΣ",
  "όδος",
  "鋼材",
  "材",
  "デー",
  "ﾃﾞｰ",
  "한글",
  "ㅋㅋㅠ",
  "สวัสดี",
  "ที่",
  "हिन्दी",
  "العَرَبِيَّة",
  "العربية",
  "שָׁלוֹם",
  "👍",
  "👍🏽",
  "👨‍👩‍👧",
  "🇩🇪",
  "1️⃣",
  "1",
  "1,140",
  "3.14",
  "½",
  "ﷺ",
  "don't",
  "a_b",
  "__a",
  "a",
  "b",
  "alice@example.org",
  "https://x.example/a?b=c",
  "f\u200bi\u00adre",
  "fire",
  `z${"\u0351".repeat(70)}a`,
  "x".repeat(256),
  "O'Brien\\",
  "\ud800",
  "!!!",
];

const GLUE = [" ", " ", " ", "", "-", "_", "'", "\n", "…", "\u00a0", "\u200b"];

/** Text out of those words, and now and then anything. */
export const someText = fc.oneof(
  { weight: 5, arbitrary: joined(12) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 40 }) },
  { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 40 }) },
);

function joined(maxLength: number) {
  return fc
    .array(fc.tuple(fc.constantFrom(...PIECES), fc.constantFrom(...GLUE)), { maxLength })
    .map((parts) => parts.flat().join(""));
}

const someTerm: fc.Arbitrary<Term> = fc.record({
  kind: fc.constantFrom("word", "prefix", "phrase"),
  text: fc.oneof({ weight: 6, arbitrary: joined(2) }, { weight: 1, arbitrary: someText }),
});

export const FACETS = [":k1", ":k12", ":s22", ":o'br\\ien", ":file"];

export const someFacets = fc.subarray(FACETS);

export const someMatch: fc.Arbitrary<Match> = fc.letrec<{ match: Match }>((tie) => ({
  match: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    { weight: 5, arbitrary: fc.record({ op: fc.constant("term" as const), term: someTerm }) },
    { weight: 1, arbitrary: fc.record({ op: fc.constant("facet" as const), any: someFacets }) },
    { weight: 1, arbitrary: fc.record({ op: fc.constant("not" as const), of: tie("match") }) },
    {
      weight: 2,
      arbitrary: fc.record({
        op: fc.constantFrom("and" as const, "or" as const),
        of: fc.array(tie("match"), { maxLength: 3 }),
      }),
    },
  ),
})).match;

export const someAccents = fc.constantFrom("fold" as const, "exact" as const);
