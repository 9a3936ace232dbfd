import "server-only";
import type { TransactionSql } from "postgres";
import { z } from "zod";
import type { AuditAction } from "@/lib/audit/actions";
import { recordAuditIn } from "@/lib/audit/record";
import type { Grant } from "@/lib/auth/grant";
import { permits } from "@/lib/auth/permissions";
import { pools } from "@/lib/db/pools";
import { errors } from "@/lib/i18n/en/errors";
import { refusal } from "@/lib/refusal";
import { APPROVAL_KINDS, isApprovalKind } from "./kinds";

/** The hash names what was looked at: a request that was edited meanwhile is not the one that is decided. */
export const decision = z.strictObject({ id: z.guid(), sha256: z.string().length(64) });
export const refusing = decision.extend({
  reason: z.string().trim().min(8, errors["words-too-few"]).max(500, errors["words-too-many"]),
});
export const approvalId = z.strictObject({ id: z.guid() });

export type Decision = z.output<typeof decision>;

type Row = {
  kind: string;
  subject: string;
  sha256: string;
  requesterId: string;
  open: boolean;
};

/** @throws ConsoleError `not-found`; `forbidden` for the one who asked; `conflict` when it is over or was edited */
export const approve = (grant: Grant<"policy.read">, asked: Decision): Promise<void> =>
  decide(grant, asked, { state: "approved", action: "approval.approve", reason: null });

/** @throws ConsoleError as approve() does */
export const refuse = (
  grant: Grant<"policy.read">,
  { reason, ...asked }: z.output<typeof refusing>,
): Promise<void> => decide(grant, asked, { state: "refused", action: "approval.refuse", reason });

type Outcome = { state: "approved" | "refused"; action: AuditAction; reason: string | null };

async function decide(
  grant: Grant<"policy.read">,
  { id, sha256 }: Decision,
  { state, action, reason }: Outcome,
): Promise<void> {
  await pools().interactive.begin(async (tx) => {
    const row = await lockOpen(tx, grant, id, "approves");
    if (row.requesterId === grant.operator.id) throw refusal("forbidden", "approval-own");
    if (row.sha256 !== sha256) throw refusal("conflict", "approval-edited");
    await tx`
      update console.approval set state = ${state}, approver_id = ${grant.operator.id},
        approver_name = ${grant.operator.name}, decided_at = now(), decision_reason = ${reason}
      where id = ${id}`;
    await record(tx, grant, action, { ...row, id, ...(reason === null ? {} : { reason }) });
  });
}

/** Takes a request back, also one that was approved and not used. Who asked may, and whoever may ask for such. */
export async function cancel(
  grant: Grant<"policy.read">,
  { id }: z.output<typeof approvalId>,
): Promise<void> {
  await pools().interactive.begin(async (tx) => {
    const row = await lockOpen(tx, grant, id, "asks");
    await tx`update console.approval set state = 'cancelled' where id = ${id}`;
    await record(tx, grant, "approval.cancel", { ...row, id });
  });
}

async function lockOpen(
  tx: TransactionSql,
  { operator }: Grant,
  id: string,
  needs: "asks" | "approves",
): Promise<Row> {
  const [row] = await tx<Row[]>`
    select kind, subject, content_sha256 as sha256, requester_id as "requesterId",
      state in ('waiting', 'approved') and expires_at > now() as open
    from console.approval where id = ${id} for update`;
  const known = row && isApprovalKind(row.kind) ? APPROVAL_KINDS[row.kind] : null;
  if (!row || !known || !permits(operator.roles, known[needs])) {
    throw refusal("not-found", "approval-unknown");
  }
  if (!row.open) throw refusal("conflict", "approval-over");
  return row;
}

async function record(
  tx: TransactionSql,
  grant: Grant,
  action: AuditAction,
  { id, kind, subject, sha256, reason }: Row & { id: string; reason?: string },
): Promise<void> {
  await recordAuditIn(tx, grant, {
    action,
    phase: "done",
    subject,
    details: { approval: id, kind, sha256, ...(reason === undefined ? {} : { reason }) },
  });
}
