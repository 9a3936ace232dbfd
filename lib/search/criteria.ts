import type { Query } from "./language/query";

export type SearchOrder = "newest" | "oldest";

export type SearchCriteria = {
  query: Query;
  /** IANA zone that dates without a time mean, and months are cut in. */
  zone: string;
  order: SearchOrder;
  /** Exclusive; made by the page before. */
  before: string | null;
  /** Hits, 1 to MAX_HITS. */
  limit: number;
  /** Both copies of a one-to-one message are one hit, or every row is one. */
  copies: "one" | "rows";
};

export const DEFAULT_HITS = 50;
export const MAX_HITS = 200;

/** Counting goes this far before it estimates. */
export const COUNTED_EXACTLY = 1_000;

/** More hits than these are not exported; the file then says so in its last line. */
export const MAX_EXPORTED = 10_000;
