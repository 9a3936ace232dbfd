export type Term =
  /** May hold several tokens (a URL, a hyphen, Chinese): they are then asked as a phrase. */
  | { kind: "word"; text: string }
  /** The last token may go on. */
  | { kind: "prefix"; text: string }
  | { kind: "phrase"; text: string };

/**
 * What a text must be like. A term without any token (`!!!`) asks nothing and is left out wherever it
 * stands, as is an `and`, `or`, `not` of nothing. A facet with an empty `any` is never true.
 */
export type Match =
  | { op: "term"; term: Term }
  | { op: "and" | "or"; of: Match[] }
  | { op: "not"; of: Match }
  | { op: "facet"; any: string[] };

export type Accents = "fold" | "exact";

export type MatchOptions = {
  /** fold: `cafe` and `café` are one word; exact: they are two. */
  accents: Accents;
  /** Terms are pieces of text anywhere, by case-insensitive comparison, instead of words. */
  substring?: boolean;
  /** Facets of the row, for `op: "facet"`; without them facets are left out. */
  facets?: readonly string[];
};

export type Range = { start: number; end: number };
