import "server-only";
import { cliOperator } from "@/lib/auth/cli-operator";
import { withDatabaseFailure } from "@/lib/auth/database-failure";
import { type Call, readCall } from "./args";
import { type Command, type Terminal, UsageError } from "./command";
import { COMMANDS } from "./commands";
import { EXIT, writeAnswer, writeFailure } from "./output";

/** One call of `muniment`, from its arguments to its exit code. */
export async function runCli(argv: string[], terminal: Terminal): Promise<number> {
  let call: Call | null = null;
  try {
    call = readCall(argv, COMMANDS);
    const command = call.name === null ? null : (COMMANDS[call.name] ?? null);
    if (call.help || !command) return help(terminal, command, call.help);
    return await run(command, call, terminal);
  } catch (error) {
    const json = call?.json ?? argv.includes("--json");
    return writeFailure(terminal, withDatabaseFailure(error), json);
  }
}

async function run(command: Command, call: Call, terminal: Terminal): Promise<number> {
  const actor = await cliOperator(call.as);
  const { words, options } = call;
  const invocation = { actor, words, options, terminal };
  const question = command.question?.(invocation) ?? null;
  if (question !== null && !call.yes && !(await agrees(question, terminal))) {
    terminal.error("Nothing was changed.\n");
    return EXIT.no;
  }
  return writeAnswer(terminal, await command.run(invocation), call.json);
}

async function agrees(question: string, { ask }: Terminal): Promise<boolean> {
  if (!ask) throw new UsageError("This changes something: without a terminal it needs --yes.");
  return /^y(es)?$/i.test((await ask(`${question} [y/N] `)).trim());
}

/** Asked for: on stdout. Not understood: on stderr, exit 2. */
function help(terminal: Terminal, command: Command | null, asked: boolean): number {
  const text = command ? commandHelp(command) : overview();
  if (asked) terminal.out(text);
  else terminal.error(text);
  return asked ? EXIT.done : EXIT.usage;
}

function commandHelp({ usage, help: text }: Command): string {
  return `muniment ${usage}\n\n${text}\n`;
}

function overview(): string {
  const width = Math.max(...Object.keys(COMMANDS).map((name) => name.length));
  const lines = Object.entries(COMMANDS).map(
    ([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`,
  );
  return [
    "muniment COMMAND [--json] [--as OPERATOR] [--yes] [--help]",
    "",
    ...lines,
    "",
    "--json prints exactly one JSON document. --as acts with that operator's permissions; without it",
    "the trail names cli:<your account>. Exit: 0 done, 1 the answer is no, 2 usage, 3 no database.",
    "",
  ].join("\n");
}
