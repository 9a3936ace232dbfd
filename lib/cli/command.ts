import type { ParseArgsConfig } from "node:util";
import type { Operator } from "@/lib/auth/grant";

export type OptionsConfig = NonNullable<ParseArgsConfig["options"]>;

/** What a command says: `json` whole, or `text` for people. `ok` false is exit 1: the answer is no. */
export type Answer = { json: unknown; text: string; ok?: boolean };

/** The terminal, or what stands for it in a test. */
export type Terminal = {
  out(text: string): void;
  error(text: string): void;
  /** null: nobody is there to ask. */
  ask: ((question: string) => Promise<string>) | null;
};

export type Invocation = {
  actor: Operator;
  /** What stands after the command's name. */
  words: string[];
  options: Record<string, string | boolean | string[] | undefined>;
  terminal: Terminal;
};

export type Command = {
  /** One line for the list of commands. */
  summary: string;
  /** After `muniment `, e.g. `show SORT_ID [--reason TEXT]`. */
  usage: string;
  help: string;
  options?: OptionsConfig;
  /** The question before something is changed; null or missing: nothing is. */
  question?(invocation: Invocation): string | null;
  run(invocation: Invocation): Promise<Answer>;
};

/** A call that cannot be understood: exit 2, with the usage. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** The words of a command, exactly as many as it has names for. Throws UsageError. */
export function namedWords<N extends string>(words: string[], ...names: N[]): Record<N, string> {
  const missing = names[words.length];
  if (missing !== undefined) throw new UsageError(`${missing} is missing.`);
  if (words.length > names.length) throw new UsageError(`What is ${words[names.length]}?`);
  return Object.fromEntries(names.map((name, at) => [name, words[at]])) as Record<N, string>;
}

export function textOption({ options }: Invocation, name: string): string | null {
  const value = options[name];
  return typeof value === "string" ? value : null;
}
