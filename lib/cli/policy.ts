import "server-only";
import type { Operator } from "@/lib/auth/grant";
import { grantFor } from "@/lib/auth/grant-for";
import { expiryInForce } from "@/lib/expiry/in-force";
import type { PolicyChange } from "@/lib/policy/change";
import { applyDraft } from "@/lib/policy/commands/apply";
import { changesBackTo } from "@/lib/policy/commands/roll-back";
import { saveDraft } from "@/lib/policy/commands/save-draft";
import { PRESET_NAMES, PRESETS } from "@/lib/policy/presets";
import { blastRadius } from "@/lib/policy/queries/blast";
import { askInForce } from "@/lib/policy/queries/effective";
import { listVersions } from "@/lib/policy/queries/history";
import { getPolicy } from "@/lib/policy/queries/policy";
import type { PolicyView } from "@/lib/policy/views";
import { refusal } from "@/lib/refusal";
import { type Answer, UsageError } from "./command";
import { changeOf } from "./policy-values";

export type PolicyCommand =
  | { verb: "get"; name: string | null; host: string | null }
  | { verb: "set"; name: string; value: string; host: string }
  | { verb: "preset"; preset: string; host: string }
  | { verb: "apply"; reason: string | null }
  | { verb: "rollback"; id: number }
  | { verb: "diff" | "history" };

export async function runPolicy(actor: Operator, command: PolicyCommand): Promise<Answer> {
  switch (command.verb) {
    case "get":
      return getSettings(actor, command.name, command.host);
    case "set":
      return addToDraft(actor, [changeOf(command)]);
    case "preset": {
      const preset = PRESET_NAMES.find((it) => it === command.preset);
      if (!preset) throw new UsageError(`There are the presets ${PRESET_NAMES.join(", ")}.`);
      const { host } = command;
      return addToDraft(
        actor,
        PRESETS[preset].map((it) => ({ host, ...it })),
      );
    }
    case "rollback":
      return addToDraft(actor, await changesBackTo(grantFor(actor, "policy.read"), command.id));
    case "diff":
      return showDraft(actor);
    case "apply":
      return apply(actor, command.reason);
    case "history":
      return history(actor);
  }
}

async function policyOf(actor: Operator): Promise<PolicyView> {
  const policy = await getPolicy(grantFor(actor, "policy.read"));
  if (!policy) throw refusal("unavailable", "policy-no-config");
  return policy;
}

async function getSettings(
  actor: Operator,
  name: string | null,
  host: string | null,
): Promise<Answer> {
  const grant = grantFor(actor, "policy.read");
  const policy = await policyOf(actor);
  const [effective, expiry] = await Promise.all([askInForce(grant), expiryInForce(grant)]);
  const settings = policy.settings
    .filter((it) => (name === null || it.name === name) && (host === null || it.host === host))
    .map((it) => {
      const inForce = effective.values.find((one) => one.host === it.host && one.name === it.name);
      const store = expiry.find((one) => one.host === it.host && one.option === it.name);
      const observed = store && { oldestAt: iso(store.oldestAt), lastRunAt: iso(store.lastRunAt) };
      return {
        name: it.name,
        scope: it.host,
        declared: it.value ?? null,
        known: it.value !== undefined,
        origin: it.origin,
        meaning: it.meaning,
        effective: inForce?.value ?? null,
        observed: observed ?? null,
        unit: it.meaning ? "seconds" : null,
      };
    });
  const text = settings
    .map(
      (it) =>
        `${it.scope.padEnd(28)} ${it.name.padEnd(32)} ${JSON.stringify(it.declared)} (${it.origin})`,
    )
    .join("\n");
  return { json: { settings }, text };
}

const iso = (stamp: number | null) =>
  stamp === null ? null : new Date(stamp * 1_000).toISOString().replace(".000Z", "Z");

async function addToDraft(actor: Operator, changes: PolicyChange[]): Promise<Answer> {
  const { draft } = await policyOf(actor);
  const all = [...draft.changes, ...changes];
  const { version, reason } = draft;
  await saveDraft(grantFor(actor, "policy.write"), { version, changes: all, reason });
  return showDraft(actor);
}

async function showDraft(actor: Operator): Promise<Answer> {
  const { draft, plan } = await policyOf(actor);
  const blast = await blastRadius(grantFor(actor, "policy.read"), draft.changes);
  const sign = { same: " ", gone: "-", new: "+" };
  const lines = [
    ...plan.diff.map((it) => `${sign[it.kind]} ${it.text}`),
    ...plan.env.map((it) => `+ ${it.variable}=${it.after ?? ""}`),
    ...plan.problems.map((it) => `! ${it.code}${"line" in it ? ` ${it.line}` : ""}`),
    draft.changes.length === 0 ? "The draft is empty." : `${blast.rows} rows are deleted.`,
  ];
  const json = { draft, diff: plan.diff, env: plan.env, problems: plan.problems, blast };
  return { json, text: lines.join("\n"), ok: plan.problems.length === 0 };
}

async function apply(actor: Operator, reason: string | null): Promise<Answer> {
  const grant = grantFor(actor, "policy.write");
  const { draft, plan } = await policyOf(actor);
  const { changes } = draft;
  const version =
    reason === null || reason === draft.reason
      ? draft.version
      : await saveDraft(grant, { version: draft.version, changes, reason });
  const applied = await applyDraft(grant, { version, fileHash: plan.fileHash });
  if ("ripeAt" in applied) {
    const when =
      applied.ripeAt === null
        ? "A second person has been asked: apply it again once they have said yes."
        : `Nobody else may say yes: apply it again after ${new Date(applied.ripeAt * 1_000).toISOString()}.`;
    return { json: applied, text: when };
  }
  const text = [`Version ${applied.id} is written (${applied.reload}).`, ...applied.commands];
  return { json: applied, text: text.join("\n") };
}

async function history(actor: Operator): Promise<Answer> {
  const versions = await listVersions(grantFor(actor, "policy.read"));
  const text = versions.map((it) => `${it.id}  ${it.at}  ${it.operator}  ${it.reason}`).join("\n");
  return { json: { versions }, text: text || "Nothing was written yet." };
}
