import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { useTestDatabase } from "@/lib/testing/database";
import { HOSTILE } from "@/scripts/demo/hostile.mjs";
import { FACETS, someAccents, someFacets, someMatch, someText } from "./generated.fixture";
import type { Accents, Match } from "./match";
import { matches } from "./matches";
import { MAX_POSITION } from "./token";
import { tokenize } from "./tokenize";
import { toTsquery } from "./tsquery";
import { toTsvector } from "./tsvector";

const database = useTestDatabase();

type Case = { text: string; match: Match; facets: string[]; accents: Accents };

const someCase: fc.Arbitrary<Case> = fc.record({
  text: someText,
  match: someMatch,
  facets: someFacets,
  accents: someAccents,
});

/** What PostgreSQL says, in one round trip; null where there is nothing to ask. */
async function askPostgres(cases: Case[]): Promise<(boolean | null)[]> {
  const vectors = cases.map((it) => toTsvector(tokenize(it.text), it.facets));
  const queries = cases.map((it) => toTsquery(it.match, it));
  const rows = await database.superuser()<{ answer: boolean | null }[]>`
    select vector::tsvector @@ query::tsquery as answer
    from unnest(${vectors}::text[], ${queries}::text[]) with ordinality as it(vector, query, n)
    order by n`;
  return rows.map((it) => it.answer);
}

const word = (text: string): Match => ({ op: "term", term: { kind: "word", text } });
const phrase = (text: string): Match => ({ op: "term", term: { kind: "phrase", text } });
const plain = (text: string, match: Match): Case => ({ text, match, facets: [], accents: "fold" });

describe("PostgreSQL and TypeScript agree", () => {
  it("on thousands of generated texts and queries", async () => {
    const cases = fc.sample(someCase, 12_000);
    const answers = await askPostgres(cases);
    const wrong = cases.filter((it, index) => {
      const asked = answers[index] ?? true;
      return asked !== matches(it.match, it.text, it);
    });
    expect(wrong.slice(0, 3)).toEqual([]);
    // The generator must meet both answers often, in both modes, or it proves nothing.
    for (const accents of ["fold", "exact"] as const)
      for (const answer of [true, false]) {
        const met = cases.filter((it, n) => it.accents === accents && answers[n] === answer);
        expect(met.length).toBeGreaterThan(800);
      }
  });

  it("on queries taken out of the text itself", async () => {
    const cases = fc
      .sample(fc.tuple(someText, fc.nat(20), fc.nat(20), someAccents), 3_000)
      .flatMap(([text, a, b, accents]): Case[] => {
        const match = excerpt(text, Math.min(a, b), Math.max(a, b) + 1);
        return match ? [{ text, match, facets: FACETS, accents }] : [];
      });
    expect(cases.length).toBeGreaterThan(1_000);
    const answers = await askPostgres(cases);
    const lost = cases.filter((it, n) => !answers[n] || !matches(it.match, it.text, it));
    expect(lost.slice(0, 3)).toEqual([]);
  });

  it("on hostile bodies", async () => {
    const cases = HOSTILE.flatMap((text) => {
      const match = excerpt(text, 0, 50);
      return match ? [plain(text, match)] : [];
    });
    expect(cases.length).toBeGreaterThan(25);
    expect(await askPostgres(cases)).toEqual(cases.map(() => true));
    expect(cases.filter((it) => !matches(it.match, it.text, it))).toEqual([]);
  });
});

/** The words from one to another as a phrase; null where the cut goes through a character (ﷺ). */
function excerpt(text: string, from: number, to: number): Match | null {
  const tokens = tokenize(text).slice(from, to);
  const piece = text.slice(tokens[0]?.start ?? 0, tokens.at(-1)?.end ?? 0);
  const again = tokenize(piece);
  return tokens.length > 0 && again.length === tokens.length ? phrase(piece) : null;
}

describe("where a tsvector ends", () => {
  const words = (count: number, of: (n: number) => string) =>
    Array.from({ length: count }, (_, n) => of(n)).join(" ");
  const cases = [
    plain(`${words(MAX_POSITION - 1, (n) => `w${n}`)} last`, word("last")),
    plain(`${words(MAX_POSITION, (n) => `w${n}`)} late`, word("late")),
    plain(`${words(256, () => "a b")}`, phrase("a b")),
    plain(`${words(300, () => "a")} end`, phrase("a end")),
    plain(`${words(255, () => "a")} a end`, phrase("a end")),
    plain(
      words(20_000, (n) => `${n}${"ж".repeat(240)}`),
      word(`1${"ж".repeat(240)}`),
    ),
    plain(
      words(20_000, (n) => `${n}${"ж".repeat(240)}`),
      word(`19999${"ж".repeat(240)}`),
    ),
    plain(
      words(20_000, (n) => `${n}${"é".repeat(240)}`),
      word(`2${"e".repeat(240)}`),
    ),
    plain(`a ${"x".repeat(256)} b`, phrase("a b")),
    plain(`a ${"x".repeat(256)} b`, phrase(`a ${"y".repeat(256)} b`)),
  ];
  const expected = [true, false, true, false, true, true, false, true, false, true];

  it("both sides forget the same words, and nothing is refused", async () => {
    expect(await askPostgres(cases)).toEqual(expected);
    expect(cases.map((it) => matches(it.match, it.text, it))).toEqual(expected);
  });
});
