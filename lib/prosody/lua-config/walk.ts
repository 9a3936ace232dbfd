import type { Expression, Statement } from "luaparse";
import { type Locals, literalOf } from "./constants";
import { evaluate, lineOf, rangeOf } from "./evaluate";
import type { LuaValue } from "./value";

/** What a file says, in its order. Positions count bytes; `end` is exclusive. */
export type Said =
  | { what: "option"; name: string; value: LuaValue; line: number; start: number; end: number }
  | { what: "host"; name: string; kind: "host" | "component"; module: string | null; line: number }
  /** After `VirtualHost "x" {…}` and `Component "x" "muc" {…}`. */
  | { what: "everywhere" }
  | { what: "include"; path: string; line: number }
  /** An include or a host whose name is an expression. */
  | { what: "unknown"; line: number; text: string };

const HOSTS = new Set(["VirtualHost", "Host", "host"]);
const COMPONENTS = new Set(["Component", "component"]);
const INCLUDES = new Set(["Include", "include"]);

/** What statements say one after the other; what stands under a condition is known to be set, but not to what. */
export function walk(body: Statement[], source: string): Said[] {
  const said: Said[] = [];
  walkBlock(body, { source, locals: new Map(), certain: true, said });
  return said;
}

type Walk = { source: string; locals: Locals; certain: boolean; said: Said[] };

function walkBlock(body: Statement[], at: Walk): void {
  for (const statement of body) walkStatement(statement, at);
}

function walkStatement(statement: Statement, at: Walk): void {
  switch (statement.type) {
    case "LocalStatement":
      statement.variables.forEach(({ name }, n) => {
        at.locals.set(name, readValue(statement.init[n], at));
      });
      return;
    case "AssignmentStatement":
      statement.variables.forEach((variable, n) => {
        if (variable.type !== "Identifier") return;
        const init = statement.init[n];
        if (at.locals.has(variable.name)) at.locals.set(variable.name, readValue(init, at));
        else sayOption(variable.name, init ?? variable, readValue(init, at), at);
      });
      return;
    case "CallStatement":
      sayCall(statement.expression, at);
      return;
    case "DoStatement":
      walkBlock(statement.body, { ...at, locals: new Map(at.locals) });
      return;
    case "IfStatement":
      for (const clause of statement.clauses) walkUncertain(clause.body, at);
      return;
    case "WhileStatement":
    case "RepeatStatement":
    case "ForNumericStatement":
    case "ForGenericStatement":
      walkUncertain(statement.body, at);
      return;
    default:
      return;
  }
}

/** Locals that a branch assigns are not known afterwards either. */
function walkUncertain(body: Statement[], at: Walk): void {
  const locals: Locals = new Map(at.locals);
  walkBlock(body, { ...at, locals, certain: false });
  for (const name of at.locals.keys()) at.locals.set(name, locals.get(name) ?? NOTHING);
}

const NOTHING: LuaValue = { kind: "unknown", text: "" };

function readValue(node: Expression | undefined, { source, locals, certain }: Walk): LuaValue {
  if (!node) return { kind: "literal", value: null, text: "nil" };
  const value = evaluate(node, source, locals);
  return certain ? value : { kind: "unknown", text: value.text };
}

function sayOption(name: string, node: object, value: LuaValue, { said }: Walk): void {
  const [start, end] = rangeOf(node);
  said.push({ what: "option", name, value, line: lineOf(node), start, end });
}

/** `f "a" "b" {…}` and `f("a")("b")` as a name and what it was given. */
function unfold(node: Expression): { name: string; given: Expression[] } | null {
  if (node.type === "Identifier") return { name: node.name, given: [] };
  if (node.type === "StringCallExpression") return add(unfold(node.base), node.argument);
  if (node.type === "TableCallExpression") return add(unfold(node.base), node.arguments);
  if (node.type === "CallExpression") return add(unfold(node.base), node.arguments[0]);
  return null;
}

function add(call: ReturnType<typeof unfold>, argument: Expression | undefined) {
  return call && argument ? { name: call.name, given: [...call.given, argument] } : null;
}

function sayCall(expression: Expression, at: Walk): void {
  const call = unfold(expression);
  const first = call?.given[0];
  if (!call || !first) return;
  const line = lineOf(expression);
  const isComponent = COMPONENTS.has(call.name);
  const isInclude = INCLUDES.has(call.name);
  if (!isComponent && !isInclude && !HOSTS.has(call.name)) return;
  const name = literalOf(first);
  if (typeof name !== "string" || !at.certain) {
    const [start, end] = rangeOf(expression);
    at.said.push({
      what: "unknown",
      line,
      text: at.source.slice(start, Math.min(end, start + 80)),
    });
    return;
  }
  if (isInclude) {
    at.said.push({ what: "include", path: name, line });
    return;
  }
  sayHost(name, isComponent ? "component" : "host", call.given.slice(1), line, at);
}

function sayHost(
  name: string,
  kind: "host" | "component",
  given: Expression[],
  line: number,
  at: Walk,
): void {
  const text = given.find((it) => it.type === "StringLiteral");
  const module = text ? literalOf(text) : undefined;
  at.said.push({
    what: "host",
    name: name.toLowerCase(),
    kind,
    module: typeof module === "string" ? module : null,
    line,
  });
  const table = given.find((it) => it.type === "TableConstructorExpression");
  if (!table) return;
  for (const field of table.fields) {
    if (field.type !== "TableKeyString") continue;
    sayOption(field.key.name, field.value, readValue(field.value, at), at);
  }
  at.said.push({ what: "everywhere" });
}
