import { MESSAGE_KINDS } from "@/lib/xmpp/kinds";
import type { Operator, Piece } from "./lex";
import { readMoment } from "./moment";
import { type Choice, HAS, IS, type Query } from "./query";

/** What a filter changes in the query. */
export type Change = (query: Query) => void;

/**
 * How a piece with an operator is to be understood: as a filter, as mere words (`kind:banana`), or
 * as nothing yet (`from:` while somebody types, `-after:` which has no meaning).
 */
export function readOperator(piece: Piece): Change | "word" | "ignored" {
  // A star belongs to the name it ends: from:ali* is everybody who begins so.
  const value = (piece.value + (piece.star ? "*" : "")).trim();
  if (piece.operator === null || piece.operator === "substring") return "word";
  if (value === "") return "ignored";
  return READERS[piece.operator](value, piece.negative);
}

type Reader = (value: string, negative: boolean) => Change | "word" | "ignored";

const name =
  (field: "from" | "to" | "with" | "in" | "host"): Reader =>
  (value, negative) =>
  (query) =>
    add(query.filters[field], value, negative);

const oneOf =
  <T extends string>(all: readonly T[], choiceOf: (query: Query) => Choice<T>): Reader =>
  (value, negative) => {
    const known = all.find((it) => it === value.toLowerCase());
    return known ? (query) => add(choiceOf(query), known, negative) : "word";
  };

const moment =
  (field: "after" | "before" | "within"): Reader =>
  (value, negative) => {
    const read = readMoment(value);
    if (!read || (field === "within" && read.kind === "ago")) return "word";
    return negative ? "ignored" : (query) => void query.filters[field].push(value);
  };

const setting =
  <T extends string>(all: readonly T[], set: (query: Query, value: T) => void): Reader =>
  (value, negative) => {
    const known = all.find((it) => it === value.toLowerCase());
    if (!known) return "word";
    return negative ? "ignored" : (query) => set(query, known);
  };

const READERS: Record<Exclude<Operator, "substring">, Reader> = {
  from: name("from"),
  to: name("to"),
  with: name("with"),
  in: name("in"),
  host: name("host"),
  id: (value, negative) => (negative ? "ignored" : (query) => add(query.filters.id, value, false)),
  kind: oneOf(MESSAGE_KINDS, (query) => query.filters.kind),
  has: oneOf(HAS, (query) => query.filters.has),
  is: oneOf(IS, (query) => query.filters.is),
  after: moment("after"),
  before: moment("before"),
  on: moment("within"),
  during: moment("within"),
  order: setting(["newest", "oldest"], (query, order) => {
    query.order = order;
  }),
  accents: setting(["fold", "exact"], (query, accents) => {
    query.accents = accents;
  }),
};

function add<T extends string>(choice: Choice<T>, value: T, negative: boolean): void {
  const list = negative ? choice.exclude : choice.include;
  if (!list.includes(value)) list.push(value);
}
