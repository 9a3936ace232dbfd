import type { CallExpression, Expression } from "luaparse";
import { constantOf, type Locals, literalOf } from "./constants";
import type { FromEnvironment } from "./value";

type Lookup = { variable: string; asNumber: boolean };

/** `ENV_X` and `os.getenv("X")`, bare, with `or`, in `tonumber()`, or compared with a text. */
export function environmentOf(
  node: Expression,
  locals: Locals,
  text: string,
): FromEnvironment | null {
  const plain = lookupOf(node, locals);
  if (plain) return { kind: "environment", ...plain, fallback: undefined, compare: null, text };
  if (node.type === "LogicalExpression" && node.operator === "or") {
    const lookup = lookupOf(node.left, locals);
    const fallback = constantOf(node.right, locals);
    if (!lookup || fallback === undefined) return null;
    return { kind: "environment", ...lookup, fallback, compare: null, text };
  }
  if (node.type !== "BinaryExpression") return null;
  const { operator, left, right } = node;
  const [lookup, to] = [lookupOf(left, locals), literalOf(right)];
  if (!lookup || typeof to !== "string" || (operator !== "==" && operator !== "~=")) return null;
  const compare = { equal: operator === "==", to };
  return { kind: "environment", ...lookup, fallback: undefined, compare, text };
}

function lookupOf(node: Expression, locals: Locals): Lookup | null {
  if (node.type === "Identifier") {
    const local = locals.get(node.name);
    if (local?.kind === "environment" && local.fallback === undefined && !local.compare)
      return local;
    const variable = /^ENV_(.+)$/.exec(node.name)?.[1];
    return variable !== undefined && !local ? { variable, asNumber: false } : null;
  }
  if (node.type === "StringCallExpression") {
    const name = literalOf(node.argument);
    return isGetenv(node.base) && typeof name === "string"
      ? { variable: name, asNumber: false }
      : null;
  }
  return node.type === "CallExpression" ? lookupInCall(node, locals) : null;
}

function lookupInCall({ base, arguments: given }: CallExpression, locals: Locals): Lookup | null {
  const first = given[0];
  if (!first || given.length !== 1) return null;
  if (base.type === "Identifier" && base.name === "tonumber") {
    const inner = lookupOf(first, locals);
    return inner && { ...inner, asNumber: true };
  }
  const name = literalOf(first);
  return isGetenv(base) && typeof name === "string" ? { variable: name, asNumber: false } : null;
}

function isGetenv(node: Expression): boolean {
  if (node.type !== "MemberExpression" || node.identifier.name !== "getenv") return false;
  const { base } = node;
  return base.type === "Identifier"
    ? base.name === "os"
    : base.type === "MemberExpression" && base.identifier.name === "os";
}
