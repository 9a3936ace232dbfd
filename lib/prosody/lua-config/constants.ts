import type { Expression, TableConstructorExpression } from "luaparse";
import { textOf } from "./parse";
import type { LuaLiteral, LuaValue } from "./value";

/** What the local variables of a file are worth. */
export type Locals = Map<string, LuaValue>;

/** undefined: no literal. */
export function literalOf(node: Expression): LuaLiteral | undefined {
  switch (node.type) {
    case "StringLiteral":
      return textOf(node.value);
    case "NumericLiteral":
    case "BooleanLiteral":
      return node.value;
    case "NilLiteral":
      return null;
    case "UnaryExpression": {
      const { operator, argument } = node;
      return operator === "-" && argument.type === "NumericLiteral" ? -argument.value : undefined;
    }
    case "TableConstructorExpression":
      return tableOf(node);
    default:
      return undefined;
  }
}

function tableOf(node: TableConstructorExpression): LuaLiteral | undefined {
  const entries: [string, LuaLiteral][] = [];
  let position = 0;
  for (const field of node.fields) {
    const value = literalOf(field.value);
    if (value === undefined) return undefined;
    if (field.type === "TableValue") entries.push([String(++position), value]);
    else if (field.type === "TableKeyString") entries.push([field.key.name, value]);
    else {
      const key = literalOf(field.key);
      if (typeof key !== "string" && typeof key !== "number") return undefined;
      entries.push([String(key), value]);
    }
  }
  return position === entries.length
    ? entries.map(([, value]) => value)
    : Object.fromEntries(entries);
}

/** undefined: not known without running it. */
export function constantOf(node: Expression, locals: Locals): LuaLiteral | undefined {
  const literal = literalOf(node);
  if (literal !== undefined) return literal;
  if (node.type === "Identifier") {
    const local = locals.get(node.name);
    return local?.kind === "literal" || local?.kind === "computed" ? local.value : undefined;
  }
  if (node.type !== "BinaryExpression") return undefined;
  const left = constantOf(node.left, locals);
  const right = constantOf(node.right, locals);
  if (typeof left === "number" && typeof right === "number")
    return count(node.operator, left, right);
  const joins = node.operator === ".." && typeof left === "string" && typeof right === "string";
  return joins ? left + right : undefined;
}

function count(operator: string, left: number, right: number): number | undefined {
  switch (operator) {
    case "+":
      return left + right;
    case "-":
      return left - right;
    case "*":
      return left * right;
    case "/":
      return right === 0 ? undefined : left / right;
    default:
      return undefined;
  }
}
