import "server-only";
import type { TransactionSql } from "postgres";
import type { JsonObject } from "@/lib/audit/canonical";
import { recordAuditIn } from "@/lib/audit/record";
import type { Grant } from "@/lib/auth/grant";
import { type Permission, permits, ROLES } from "@/lib/auth/permissions";
import { pools } from "@/lib/db/pools";
import { sqlState } from "@/lib/db/transaction";
import { refusal } from "@/lib/refusal";
import { sealContent } from "./content";
import { APPROVAL_KINDS, type ApprovalKind } from "./kinds";

/** Where nobody else could say yes, this long passes instead. */
export const DELAY_HOURS = 24;
const EXPIRES_AFTER_DAYS = 7;
const UNIQUE_VIOLATION = "23505";

export type ApprovalRequest<K extends ApprovalKind> = {
  kind: K;
  /** What it is about, as on the trail; one open request for each. */
  subject: string;
  content: JsonObject;
  reason: string;
};

/**
 * Asks for a second person's yes. An own request of the same subject is replaced: what was edited is asked anew.
 * `ripeAt` (Unix seconds): nobody else may approve, so it holds from then on, unless cancelled.
 * @throws ConsoleError `conflict` while somebody else's request of the same subject is open
 */
export async function requestApproval<K extends ApprovalKind>(
  grant: Grant<(typeof APPROVAL_KINDS)[K]["asks"]>,
  { kind, subject, content, reason }: ApprovalRequest<K>,
): Promise<{ id: string; ripeAt: number | null }> {
  const { id: operatorId, name } = grant.operator;
  const { canonical, sha256 } = sealContent(content);
  try {
    return await pools().interactive.begin(async (tx) => {
      await replaceOwn(tx, kind, subject, operatorId);
      const alone = !(await hasSecond(tx, operatorId, APPROVAL_KINDS[kind].approves));
      const delay = alone ? DELAY_HOURS : 0;
      const [made] = await tx<{ id: string; ripeAt: number | null }[]>`
        insert into console.approval (kind, subject, content, content_sha256, reason, requester_id,
          requester_name, expires_at, ripe_at)
        values (${kind}, ${subject}, ${canonical}, ${sha256}, ${reason}, ${operatorId}, ${name},
          now() + make_interval(days => ${EXPIRES_AFTER_DAYS}, hours => ${delay}),
          case when ${alone} then now() + make_interval(hours => ${delay}) end)
        returning id, ceil(extract(epoch from ripe_at))::float8 as "ripeAt"`;
      const { id, ripeAt } = made!;
      await recordAuditIn(tx, grant, {
        action: "approval.request",
        phase: "done",
        subject,
        details: { approval: id, kind, sha256, reason, alone },
      });
      return { id, ripeAt };
    });
  } catch (error) {
    if (sqlState(error) !== UNIQUE_VIOLATION) throw error;
    throw refusal("conflict", "approval-open", { cause: error });
  }
}

async function replaceOwn(tx: TransactionSql, kind: string, subject: string, requester: string) {
  await tx`
    update console.approval set state = 'cancelled'
    where kind = ${kind} and subject = ${subject} and state in ('waiting', 'approved')
      and (requester_id = ${requester} or expires_at <= now())`;
}

/** Whether anybody but the one who asks may say yes now. */
async function hasSecond(tx: TransactionSql, operatorId: string, permission: Permission) {
  const roles = ROLES.filter((role) => permits([role], permission));
  const found = await tx`
    select from console.operator
    where disabled_at is null and roles && ${roles}::text[] and id::text <> ${operatorId} limit 1`;
  return found.length > 0;
}
