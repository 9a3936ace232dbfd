import { parseArgs } from "node:util";
import { type Command, type OptionsConfig, UsageError } from "./command";

/** Understood by every command. */
const COMMON = {
  json: { type: "boolean" },
  as: { type: "string" },
  yes: { type: "boolean", short: "y" },
  help: { type: "boolean", short: "h" },
} as const satisfies OptionsConfig;

export type Call = {
  name: string | null;
  words: string[];
  options: Record<string, string | boolean | string[] | undefined>;
  json: boolean;
  as: string | null;
  yes: boolean;
  help: boolean;
};

/** The command's name is the first word, wherever the common options stand. Throws UsageError. */
export function readCall(argv: string[], commands: Record<string, Command>): Call {
  const name = findName(argv);
  const command = name === null ? undefined : commands[name];
  if (name !== null && !command) throw new UsageError(`There is no command ${name}.`);
  const { values, positionals } = parse(argv, { ...command?.options, ...COMMON });
  const options = values as Call["options"];
  return {
    name,
    words: positionals.slice(1),
    options,
    json: options.json === true,
    as: typeof options.as === "string" ? options.as : null,
    yes: options.yes === true,
    help: options.help === true,
  };
}

function findName(argv: string[]): string | null {
  const { positionals } = parseArgs({
    args: argv,
    options: COMMON,
    allowPositionals: true,
    strict: false,
  });
  return positionals[0] ?? null;
}

function parse(argv: string[], options: OptionsConfig) {
  try {
    return parseArgs({ args: argv, options, allowPositionals: true, strict: true });
  } catch (error) {
    if (error instanceof TypeError) throw new UsageError(error.message, { cause: error });
    throw error;
  }
}
