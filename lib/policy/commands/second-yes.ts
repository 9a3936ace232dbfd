import "server-only";
import { sealContent } from "@/lib/approvals/content";
import { openApprovalOf } from "@/lib/approvals/queries";
import { requestApproval } from "@/lib/approvals/request";
import type { JsonObject } from "@/lib/audit/canonical";
import type { Grant } from "@/lib/auth/grant";
import { refusal } from "@/lib/refusal";
import { type AskedSecond, POLICY, POLICY_APPLY } from "../approval";
import type { DraftRow } from "../queries/draft";

/** What may be taken up in the transaction of the deed. */
export type SecondYes = { approval: string; content: JsonObject };

/**
 * The yes to exactly these changes of exactly this file, or the asking for one. The rows are those of the moment
 * when it was asked: they grow by the hour and are shown, not compared.
 * @throws ConsoleError `conflict` while it waits, and while somebody else's request for another change is open
 */
export async function secondYes(
  grant: Grant<"policy.write">,
  { changes, reason }: DraftRow,
  { fileHash, rows }: { fileHash: string | null; rows: number },
): Promise<AskedSecond | SecondYes> {
  const open = await openApprovalOf(grant, POLICY_APPLY, POLICY);
  const content = {
    changes: [...changes],
    fileHash,
    rows: open?.content.rows ?? rows,
  } as JsonObject;
  if (open?.sha256 !== sealContent(content).sha256) {
    const fresh = { ...content, rows };
    const request = { kind: POLICY_APPLY, subject: POLICY, content: fresh, reason } as const;
    const { id, ripeAt } = await requestApproval(grant, request);
    return { approval: id, ripeAt };
  }
  const ripe = open.ripeAt !== null && open.ripeAt * 1_000 <= Date.now();
  if (open.state === "waiting" && !ripe) {
    throw refusal("conflict", open.ripeAt === null ? "approval-waiting" : "approval-delay");
  }
  return { approval: open.id, content };
}
