import type { Match, MatchOptions, Range, Term } from "./match";
import { occurrencesOf, placesOf } from "./occurrences";
import { substringsOf } from "./substring";

/** Where a term stands in one text; null when the term asks nothing. */
export type Finder = (term: Term) => Range[] | null;

export function finderIn(text: string, { accents, substring }: MatchOptions): Finder {
  if (substring) return (term) => substringsOf(term.text, text);
  const places = placesOf(text);
  return (term) => occurrencesOf(term, places, accents);
}

/**
 * What PostgreSQL answers for `toTsvector(tokenize(text), facets) @@ toTsquery(match)`, from the text
 * alone. True when the match asks nothing.
 */
export function matches(match: Match, text: string, options: MatchOptions): boolean {
  return holds(match, finderIn(text, options), options.facets) ?? true;
}

/** null: asks nothing. */
function holds(match: Match, find: Finder, facets: MatchOptions["facets"]): boolean | null {
  switch (match.op) {
    case "term": {
      const found = find(match.term);
      return found && found.length > 0;
    }
    case "facet":
      return facets ? match.any.some((it) => facets.includes(it)) : null;
    case "not": {
      const inner = holds(match.of, find, facets);
      return inner === null ? null : !inner;
    }
    default: {
      const answers = match.of
        .map((it) => holds(it, find, facets))
        .filter((it): it is boolean => it !== null);
      if (answers.length === 0) return null;
      return match.op === "and" ? answers.every(Boolean) : answers.some(Boolean);
    }
  }
}
