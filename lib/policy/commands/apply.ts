import "server-only";
import { z } from "zod";
import { takeApproval } from "@/lib/approvals/take";
import { recordAudit, recordAuditIn } from "@/lib/audit/record";
import type { Grant } from "@/lib/auth/grant";
import { pools } from "@/lib/db/pools";
import { byHand } from "@/lib/prosody/admin-socket/commands";
import { readProsodyConfig, SYSTEM_FILES } from "@/lib/prosody/config/read";
import { hashOf } from "@/lib/prosody/config/write-file";
import { refusal } from "@/lib/refusal";
import { type AskedSecond, POLICY_APPLY } from "../approval";
import type { WritePlan } from "../plan/plan";
import { planWrite } from "../plan/plan-write";
import { blastRadius } from "../queries/blast";
import { type DraftRow, readDraft } from "../queries/draft";
import { type SecondYes, secondYes } from "./second-yes";
import { putBack, reloadsFor, writeAndReload } from "./write-files";

export const applyInput = z.object({
  version: z.number().int().min(1),
  /** SHA-256 of the file as its diff was shown; null: it was not there. */
  fileHash: z.string().length(64).nullable(),
});

type Apply = { version: number; fileHash: string | null };

export type Applied = {
  id: number;
  reload: "socket" | "by-hand" | "sample";
  /** What is to be run by hand; empty for `by-hand`: Prosody has to be started anew. */
  commands: string[];
};

const KEPT_VERSIONS = 50;

/**
 * Writes the draft: checks, files, reload, read back, a line of the history; the draft is then empty. Asked and
 * answered on the trail. What deletes much asks for a second person's yes the first time and writes nothing.
 * @throws ConsoleError `conflict` when draft or file are others by now, while a second person is waited for, or
 * when Prosody refuses; `invalid` when there is nothing to write or it could not take effect
 */
export async function applyDraft(
  grant: Grant<"policy.write">,
  { version, fileHash }: Apply,
): Promise<Applied | AskedSecond> {
  const draft = await claim(version);
  try {
    const config = readProsodyConfig();
    if (!config || draft.changes.length === 0) throw refusal("invalid", "policy-nothing");
    if (draft.reason.length < 8) throw refusal("invalid", "words-too-few", { field: "reason" });
    const plan = planWrite(config, draft.changes, SYSTEM_FILES);
    refuseProblems(plan);
    const current = plan.managed ? plan.managed.before : (plan.env?.before ?? null);
    if (hashOf(current) !== fileHash) throw refusal("conflict", "policy-file-changed");
    const { rows, needsSecond } = await blastRadius(grant, draft.changes);
    const yes = needsSecond ? await secondYes(grant, draft, { fileHash, rows }) : null;
    if (yes && "ripeAt" in yes) return yes;
    const details = { version, changes: draft.changes, rows };
    const asked = { action: "policy.apply", subject: "policy", details } as const;
    const seq = await recordAudit(grant, { ...asked, phase: "asked" });
    const reload = await writeAndReload(config, plan, draft.changes);
    try {
      const id = await keep(grant, { draft, plan, reload, rows, yes, seq });
      const byHandNow = reload === "by-hand" && plan.managed !== null;
      return { id, reload, commands: byHandNow ? byHand(reloadsFor(config, draft.changes)) : [] };
    } catch (error) {
      await putBack(config, plan);
      throw error;
    }
  } finally {
    await release();
  }
}

/** Nobody else saves or applies meanwhile; after two minutes whoever did is taken for dead. */
async function claim(version: number): Promise<DraftRow> {
  const sql = pools().interactive;
  const claimed = await sql`
    update console.policy_draft set applying_since = now()
    where id = 1 and version = ${version}
      and (applying_since is null or applying_since < now() - interval '2 minutes')
    returning 1`;
  if (claimed.length === 0) throw refusal("conflict", "policy-draft-changed");
  return readDraft(sql);
}

const release = () =>
  pools().interactive`update console.policy_draft set applying_since = null where id = 1`;

function refuseProblems({ problems }: WritePlan): void {
  const [first] = problems;
  if (first) throw refusal("invalid", `policy-${first.code}`);
}

type Done = {
  draft: DraftRow;
  plan: WritePlan;
  reload: Applied["reload"];
  rows: number;
  yes: SecondYes | null;
  seq: number;
};

function keep(grant: Grant<"policy.write">, done: Done): Promise<number> {
  const { draft, plan, reload, rows, yes, seq } = done;
  const { id: operatorId, name } = grant.operator;
  const { managed, env } = plan;
  return pools().interactive.begin(async (tx) => {
    const taken = yes && (await takeApproval(tx, POLICY_APPLY, yes.approval, yes.content));
    const [row] = await tx<{ id: number }[]>`
      insert into console.policy_version (operator_id, operator_name, drafted_by_id, drafted_by_name,
        reason, changes, managed_before, managed_after, managed_hash, env_changes, reload, rows_lost,
        approved_by)
      values (${operatorId}, ${name}, ${draft.savedById ?? operatorId}, ${draft.savedBy ?? name},
        ${draft.reason}, ${JSON.stringify(draft.changes)}::text::jsonb,
        ${managed?.before?.toString("utf8") ?? null}, ${managed?.after.toString("utf8") ?? null},
        ${managed ? hashOf(managed.after) : null}, ${JSON.stringify(env?.changes ?? [])}::text::jsonb,
        ${reload}, ${rows}, ${taken?.approver ?? null})
      returning id`;
    const id = row!.id;
    await tx`delete from console.policy_version where id <= ${id - KEPT_VERSIONS}`;
    await tx`
      update console.policy_draft set version = version + 1, changes = '[]', reason = '',
        saved_by_id = null, saved_by_name = null, saved_at = null where id = 1`;
    const approvedBy = taken ? { approvedBy: taken.approver } : {};
    const hash = managed ? hashOf(managed.after) : null;
    const details = { version: id, reload, hash, ...approvedBy };
    const entry = { action: "policy.apply", subject: "policy", refersTo: seq, details } as const;
    await recordAuditIn(tx, grant, { ...entry, phase: "done" });
    return id;
  });
}
