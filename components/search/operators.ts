import type { Operator as Known } from "@/lib/search/language/lex";

/** What an operator takes, so that the page can offer it. */
export type ValueKind =
  | "name"
  | "place"
  | "host"
  | "kind"
  | "has"
  | "is"
  | "moment"
  | "day"
  | "month"
  | "id"
  | "piece"
  | "accents";

/** The operators of the language, in the order they are offered. Typed alike in every language. */
export const OPERATORS = {
  from: "name",
  to: "name",
  with: "name",
  in: "place",
  host: "host",
  kind: "kind",
  has: "has",
  is: "is",
  after: "moment",
  before: "moment",
  on: "day",
  during: "month",
  id: "id",
  substring: "piece",
  accents: "accents",
} as const satisfies Partial<Record<Known, ValueKind>>;

export type Operator = keyof typeof OPERATORS;

export function isOperator(word: string): word is Operator {
  return Object.hasOwn(OPERATORS, word);
}

/** `in:dock-2`, `-from:"J. Doe"`: what has spaces or quotes is quoted, and no value can end its quotes. */
export function termOf(operator: Operator, value: string, negative = false): string {
  const bare = value.replaceAll('"', " ").trim();
  const quoted = /\s/.test(bare) || operator === "substring" ? `"${bare}"` : bare;
  return `${negative ? "-" : ""}${operator}:${quoted}`;
}

/** Adds a term at the end, one space apart. */
export function withTerm(text: string, term: string): string {
  const before = text.trim();
  return before === "" ? term : `${before} ${term}`;
}
