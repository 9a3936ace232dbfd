import { createInterface } from "node:readline/promises";
import { closePools } from "@/lib/db/pools";
import type { Terminal } from "./command";
import { runCli } from "./run";

const isTerminal = process.stdin.isTTY === true && process.stderr.isTTY === true;

const terminal: Terminal = {
  out: (text) => process.stdout.write(text),
  error: (text) => process.stderr.write(text),
  ask: isTerminal ? ask : null,
};

/** On stderr, so that stdout holds the answer alone. */
async function ask(question: string): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await lines.question(question);
  } finally {
    lines.close();
  }
}

try {
  process.exitCode = await runCli(process.argv.slice(2), terminal);
} finally {
  await closePools();
}
