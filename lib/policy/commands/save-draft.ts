import "server-only";
import { z } from "zod";
import { recordAuditIn } from "@/lib/audit/record";
import type { Grant } from "@/lib/auth/grant";
import { pools } from "@/lib/db/pools";
import { refusal } from "@/lib/refusal";
import { mergeChanges, type PolicyChange, policyChanges } from "../change";

export const draftInput = z.object({
  /** The version that was on the screen. */
  version: z.number().int().min(0),
  changes: policyChanges,
  reason: z.string().trim().max(500),
});

type Draft = { version: number; changes: readonly PolicyChange[]; reason: string };

/**
 * Keeps the draft that all operators share; without changes it is empty. Returns its new version.
 * @throws ConsoleError `conflict` when somebody else has saved it since that version
 */
export async function saveDraft(
  grant: Grant<"policy.write">,
  { version, changes, reason }: Draft,
): Promise<number> {
  const merged = mergeChanges(changes);
  return pools().interactive.begin(async (tx) => {
    await tx`insert into console.policy_draft (id) values (1) on conflict do nothing`;
    const { id, name } = grant.operator;
    const [saved] = await tx<{ version: number }[]>`
      update console.policy_draft set version = version + 1,
        changes = ${JSON.stringify(merged)}::text::jsonb, reason = ${reason},
        saved_by_id = ${id}, saved_by_name = ${name}, saved_at = now()
      where id = 1 and version = ${version}
        and (applying_since is null or applying_since < now() - interval '2 minutes')
      returning version`;
    if (!saved) throw refusal("conflict", "policy-draft-changed");
    const details = { version: saved.version, changes: merged };
    await recordAuditIn(tx, grant, {
      action: "policy.save",
      phase: "done",
      subject: "policy",
      details,
    });
    return saved.version;
  });
}
