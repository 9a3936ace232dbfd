import { ConsoleError } from "@/lib/errors";
import { type Answer, type Terminal, UsageError } from "./command";

/** contract.md: done, the answer is no, usage, no database. */
export const EXIT = { done: 0, no: 1, usage: 2, noDatabase: 3 } as const;

/** Exactly one JSON document on stdout, or text for people. */
export function writeAnswer(terminal: Terminal, answer: Answer, json: boolean): number {
  if (json) terminal.out(`${JSON.stringify(answer.json)}\n`);
  else if (answer.text !== "") terminal.out(`${answer.text}\n`);
  return answer.ok === false ? EXIT.no : EXIT.done;
}

/** Says what went wrong on stderr, with --json on stdout too, and gives the exit code. Bugs are rethrown. */
export function writeFailure(terminal: Terminal, error: unknown, json: boolean): number {
  if (!(error instanceof UsageError || error instanceof ConsoleError)) throw error;
  const code = error instanceof ConsoleError ? error.code : "usage";
  if (json) terminal.out(`${JSON.stringify({ error: { code, message: error.message } })}\n`);
  terminal.error(`${error.message}\n`);
  return exitOf(error);
}

function exitOf(error: UsageError | ConsoleError): number {
  if (error instanceof UsageError || error.code === "invalid") return EXIT.usage;
  return error.code === "unavailable" || error.code === "busy" ? EXIT.noDatabase : EXIT.no;
}

/** Columns side by side; numbers stand right. */
export function table(head: string[], rows: (string | number)[][]): string {
  const lines = [head, ...rows.map((row) => row.map(String))];
  const widths = head.map((_, at) => Math.max(...lines.map((line) => (line[at] ?? "").length)));
  const isNumber = head.map((_, at) => rows.every((row) => typeof row[at] === "number"));
  const cell = (text: string, at: number) =>
    isNumber[at] ? text.padStart(widths[at] ?? 0) : text.padEnd(widths[at] ?? 0);
  return lines.map((line) => line.map(cell).join("  ").trimEnd()).join("\n");
}

/** Unix seconds as ISO 8601 in UTC; null stays null. */
export function isoTime(seconds: number | null): string | null {
  return seconds === null ? null : new Date(seconds * 1000).toISOString().replace(".000Z", "Z");
}
