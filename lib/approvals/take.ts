import "server-only";
import type { ISql } from "postgres";
import type { JsonObject } from "@/lib/audit/canonical";
import { isUuid } from "@/lib/auth/uuid";
import { refusal } from "@/lib/refusal";
import { sealContent } from "./content";
import type { ApprovalKind } from "./kinds";

/** Who was behind it; `approver` null: nobody else could, and the delay is over. For the entry of the deed. */
export type TakenApproval = { requester: string; approver: string | null };

/**
 * Uses an approval up, once, in the transaction of the deed: rolled back with it, it is there again.
 * @throws ConsoleError `conflict` when nobody approved yet, when it is over, or when this is not what was approved
 */
export async function takeApproval(
  tx: ISql,
  kind: ApprovalKind,
  id: string,
  content: JsonObject,
): Promise<TakenApproval> {
  if (!isUuid(id)) throw refusal("not-found", "approval-unknown");
  const { sha256 } = sealContent(content);
  const [taken] = await tx<TakenApproval[]>`
    update console.approval set state = 'used', used_at = now()
    where id = ${id} and kind = ${kind} and content_sha256 = ${sha256} and expires_at > now()
      and (state = 'approved' or (state = 'waiting' and ripe_at <= now()))
    returning requester_name as requester, approver_name as approver`;
  if (taken) return taken;
  const [found] = await tx<{ same: boolean; waiting: boolean; ripe: boolean | null }[]>`
    select content_sha256 = ${sha256} as same, state = 'waiting' and expires_at > now() as waiting,
      ripe_at is not null as ripe
    from console.approval where id = ${id} and kind = ${kind}`;
  if (!found) throw refusal("not-found", "approval-unknown");
  if (!found.same) throw refusal("conflict", "approval-edited");
  if (!found.waiting) throw refusal("conflict", "approval-over");
  throw refusal("conflict", found.ripe ? "approval-delay" : "approval-waiting");
}
