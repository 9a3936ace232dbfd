import type { Match, Term } from "./match";
import { tokenize } from "./tokenize";

/** Lexemes and facets a row must or may have, folded: nothing under a `not`, no prefixes. */
export function lexemesOf(match: Match): string[] {
  return [...new Set(positive(match))];
}

function positive(match: Match): string[] {
  if (match.op === "not") return [];
  if (match.op === "facet") return match.any;
  if (match.op !== "term") return match.of.flatMap(positive);
  const words = wordsOf(match.term);
  return words.filter((it) => !it.prefix).map((it) => it.lexeme);
}

function wordsOf(term: Term): { lexeme: string; prefix: boolean }[] {
  return tokenize(term.text).map(({ lexeme }, index, all) => ({
    lexeme,
    prefix: term.kind === "prefix" && index === all.length - 1,
  }));
}

/**
 * Share of rows (0–1) that can match at most: the rarest of an `and` or a phrase, the sum of an `or`.
 * `of` says how frequent a lexeme or facet is, or all that begin with it.
 */
export function frequencyOf(match: Match, of: (lexeme: string, prefix: boolean) => number): number {
  return shareOf(match, of) ?? 1;
}

/** null: asks nothing. */
function shareOf(match: Match, of: (lexeme: string, prefix: boolean) => number): number | null {
  if (match.op === "facet") return sum(match.any.map((it) => of(it, false)));
  if (match.op === "term") {
    const shares = wordsOf(match.term).map((it) => of(it.lexeme, it.prefix));
    return shares.length > 0 ? Math.min(1, ...shares) : null;
  }
  if (match.op === "not") return shareOf(match.of, of) === null ? null : 1;
  const shares = match.of.flatMap((it) => shareOf(it, of) ?? []);
  if (shares.length === 0) return null;
  return match.op === "and" ? Math.min(1, ...shares) : sum(shares);
}

function sum(shares: number[]): number {
  return Math.min(
    1,
    shares.reduce((all, it) => all + it, 0),
  );
}
