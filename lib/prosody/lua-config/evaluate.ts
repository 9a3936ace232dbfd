import type { Expression } from "luaparse";
import { constantOf, type Locals, literalOf } from "./constants";
import { environmentOf } from "./environment";
import { textOf } from "./parse";
import type { LuaValue } from "./value";

const MOST_TEXT = 200;

/** Reads an expression; constants are added up, everything else stays an expression. */
export function evaluate(node: Expression, source: string, locals: Locals): LuaValue {
  const text = textOf(source.slice(...rangeOf(node))).slice(0, MOST_TEXT);
  const literal = literalOf(node);
  if (literal !== undefined) return { kind: "literal", value: literal, text };
  const environment = environmentOf(node, locals, text);
  if (environment) return environment;
  const computed = constantOf(node, locals);
  return computed === undefined
    ? { kind: "unknown", text }
    : { kind: "computed", value: computed, text };
}

export function rangeOf(node: object): [number, number] {
  // luaparse's types leave out what `ranges: true` adds.
  return (node as { range: [number, number] }).range;
}

export function lineOf(node: object): number {
  return (node as { loc: { start: { line: number } } }).loc.start.line;
}
