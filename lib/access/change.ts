import "server-only";
import type { TransactionSql } from "postgres";
import type { AuditAction } from "@/lib/audit/actions";
import type { JsonObject } from "@/lib/audit/canonical";
import { recordAuditIn } from "@/lib/audit/record";
import type { Grant } from "@/lib/auth/grant";
import type { Role } from "@/lib/auth/permissions";
import { pools } from "@/lib/db/pools";
import { refusal } from "@/lib/refusal";

export type Target = { id: string; name: string; roles: Role[]; disabled: boolean };

/**
 * One change of one operator with its entry, in one transaction. All operators are locked first (there
 * are few): two administrators who disable each other cannot both succeed. `change` returns the details
 * for the trail.
 * @throws ConsoleError `not-found`; `conflict` when no administrator would be left.
 */
export function changeOperator(
  grant: Grant<"operator.manage">,
  action: AuditAction,
  id: string,
  change: (tx: TransactionSql, target: Target) => Promise<JsonObject>,
): Promise<void> {
  return pools().interactive.begin(async (tx) => {
    const all = await tx<Target[]>`
      select id, name, roles, disabled_at is not null as disabled
      from console.operator order by id for update`;
    const target = all.find((operator) => operator.id === id);
    if (!target) throw refusal("not-found", "operator-unknown");
    const details = await change(tx, target);
    await refuseWithoutAdmin(tx);
    await recordAuditIn(tx, grant, { action, phase: "done", subject: target.name, details });
  });
}

async function refuseWithoutAdmin(tx: TransactionSql): Promise<void> {
  const admins = await tx`
    select from console.operator where disabled_at is null and 'admin' = any(roles) limit 1`;
  if (admins.length > 0) return;
  throw refusal("conflict", "operator-last");
}

/** @throws ConsoleError `conflict`: what would lock the acting operator out is for somebody else to do. */
export function refuseOneself(
  grant: Grant,
  target: Target,
  reason: "own-disabling" | "own-admin",
): void {
  if (grant.operator.id !== target.id) return;
  throw refusal("conflict", reason);
}

/** Ends what is open and says how many; binds the next request of each. */
export async function endAllSessions(tx: TransactionSql, id: string): Promise<number> {
  const ended = await tx`
    update console.session set ended_at = now()
    where operator_id = ${id} and ended_at is null and expires_at > now() returning 1`;
  return ended.length;
}
