import "server-only";
import { type AdoptionResult, adopt } from "@/lib/archive/adoption/adopt";
import { type AdoptionPlan, adoptionPlan } from "@/lib/archive/adoption/plan";
import type { Operator } from "@/lib/auth/grant";
import { grantFor } from "@/lib/auth/grant-for";
import { refusal } from "@/lib/refusal";
import { type Answer, type Command, namedWords } from "./command";

export const adoptCommand: Command = {
  summary: "add to Prosody's table what the index needs (--plan: only show it)",
  usage: "adopt [--plan] [--yes]",
  help: "One index, built without stopping Prosody, and triggers that fire on DELETE, UPDATE and TRUNCATE:\nthree keep the index true, three on each of Prosody's tables keep what a legal hold names. Nothing happens on INSERT. `muniment release` takes all of it away again.",
  options: { plan: { type: "boolean" } },
  question: ({ options }) =>
    options.plan === true ? null : "Add the index and the triggers to Prosody's table?",
  run({ actor, words, options, terminal }) {
    namedWords(words);
    return runAdopt({
      actor,
      plan: options.plan === true,
      log: (line) => terminal.error(`${line}\n`),
    });
  },
};

export type AdoptOptions = { actor: Operator; plan: boolean; log?: (line: string) => void };

/** With `plan` nothing is changed. JSON: the plan as it then is, and what was created. */
export async function runAdopt({ actor, plan: only, log }: AdoptOptions): Promise<Answer> {
  const grant = grantFor(actor, "storage.maintain");
  const before = await adoptionPlan();
  if (before.layout === "missing") {
    throw refusal("not-found", "archive-missing");
  }
  if (only) return { json: { ...before, created: [] }, text: planText(before) };
  const result = await adopt(grant, { log });
  return { json: { ...(await adoptionPlan()), created: result.created }, text: resultText(result) };
}

function planText({ table, layout, adopted, objects }: AdoptionPlan): string {
  const head = adopted
    ? `${table} (layout ${layout}) has everything.`
    : `${table} (layout ${layout}) would get:`;
  const lines = objects.flatMap((it) => [
    "",
    `${it.kind} ${it.name}: ${it.purpose} (${it.state})`,
    ...(it.state === "present" ? [] : it.statements.map((sql) => `  ${sql.trim()};`)),
  ]);
  return [head, ...lines].join("\n");
}

function resultText({ table, created }: AdoptionResult): string {
  if (created.length === 0) return `${table} already has everything. Nothing was changed.`;
  return `Added to ${table}: ${created.join(", ")}.\nThe worker now builds the index; pages work meanwhile.`;
}
