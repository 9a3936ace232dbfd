import "server-only";
import { type ReleaseResult, release } from "@/lib/archive/adoption/release";
import type { Operator } from "@/lib/auth/grant";
import { grantFor } from "@/lib/auth/grant-for";
import { type Answer, type Command, namedWords } from "./command";

export const releaseCommand: Command = {
  summary: "take away from Prosody's table what adopt added",
  usage: "release [--purge] [--yes]",
  help: "Prosody's table is then as it was before. --purge also drops Muniment's own schemas with\noperators and audit trail; the trail is written to a file first.",
  options: { purge: { type: "boolean" } },
  question: ({ options }) =>
    options.purge === true
      ? "Take everything away and drop Muniment's own schemas, operators and audit trail included?"
      : "Take the index and the triggers away from Prosody's table?",
  run({ actor, words, options, terminal }) {
    namedWords(words);
    return runRelease({
      actor,
      purge: options.purge === true,
      log: (line) => terminal.error(`${line}\n`),
    });
  },
};

export type ReleaseOptions = { actor: Operator; purge: boolean; log?: (line: string) => void };

export async function runRelease({ actor, purge, log }: ReleaseOptions): Promise<Answer> {
  const result = await release(grantFor(actor, "storage.maintain"), { purge, log });
  return { json: result, text: resultText(result) };
}

function resultText({ table, dropped, trail }: ReleaseResult): string {
  const taken =
    dropped.length === 0
      ? `There was nothing of Muniment's on ${table}.`
      : `Taken away from ${table}: ${dropped.join(", ")}.`;
  return trail === null ? taken : `${taken}\nThe audit trail was written to ${trail}.`;
}
