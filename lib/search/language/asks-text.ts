import type { Query } from "./query";

/**
 * Whether the answer would tell about words: by words, or by whether a text has a link. Only under a
 * reading, and even a number of hits is an answer (trust.md 3).
 */
export function asksText({ words, filters }: Query): boolean {
  const { include, exclude } = filters.has;
  return words !== null || include.includes("link") || exclude.includes("link");
}
