/** What Lua calls string, number, boolean, nil and table; a list where every key is a position. */
export type LuaLiteral =
  | string
  | number
  | boolean
  | null
  | LuaLiteral[]
  | { [key: string]: LuaLiteral };

/** Where a variable of the environment decides; `compare`: the value is whether it says so. */
export type FromEnvironment = {
  kind: "environment";
  variable: string;
  /** Where the variable is not set; undefined: nothing is, as if the line were not there. */
  fallback: LuaLiteral | undefined;
  compare: { equal: boolean; to: string } | null;
  asNumber: boolean;
  text: string;
};

/**
 * `literal` stands there as it is and may be changed; `computed` is known, but written by an expression;
 * `unknown` depends on what only a running Prosody knows. Expressions are shown and never run.
 */
export type LuaValue =
  | { kind: "literal"; value: LuaLiteral; text: string }
  | { kind: "computed"; value: LuaLiteral; text: string }
  | FromEnvironment
  | { kind: "unknown"; text: string };

/** The value where it is known; `environment` gives what the variables say, null when nobody knows. */
export function resolveValue(
  value: LuaValue,
  environment: ReadonlyMap<string, string> | null,
): { known: true; value: LuaLiteral | undefined } | { known: false } {
  if (value.kind === "unknown") return { known: false };
  if (value.kind !== "environment") return { known: true, value: value.value };
  if (environment === null) return { known: false };
  const set = environment.get(value.variable);
  if (value.compare) {
    return { known: true, value: (set === value.compare.to) === value.compare.equal };
  }
  if (set === undefined) return { known: true, value: value.fallback };
  if (!value.asNumber) return { known: true, value: set };
  const number = set.trim() === "" ? Number.NaN : Number(set);
  return { known: true, value: Number.isNaN(number) ? value.fallback : number };
}
