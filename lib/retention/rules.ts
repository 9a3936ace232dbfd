import "server-only";
import { recordAuditIn } from "@/lib/audit/record";
import type { Grant } from "@/lib/auth/grant";
import { pools } from "@/lib/db/pools";
import { refusal } from "@/lib/refusal";
import type { NewRule } from "./schema";
import type { RetentionRule } from "./views";

/** By host, the widest first. */
export async function listRules(_grant: Grant<"retention.read">): Promise<RetentionRule[]> {
  return pools().interactive<RetentionRule[]>`
    select id, host, "user", kind, days, operator_name as operator,
      floor(extract(epoch from changed_at))::float8 as "changedAt"
    from console.retention_rule order by host, "user" nulls first, kind nulls first limit 1000`;
}

/** One rule for each host, person, room or kind: a second one of the same replaces it. */
export async function saveRule(
  grant: Grant<"retention.run">,
  { host, user, kind, days }: NewRule,
): Promise<void> {
  await pools().interactive.begin(async (tx) => {
    await tx`
      insert into console.retention_rule (host, "user", kind, days, operator_name)
      values (${host}, ${user}, ${kind}, ${days}, ${grant.operator.name})
      on conflict (host, coalesce("user", ''), coalesce(kind, '')) do update
      set days = excluded.days, operator_name = excluded.operator_name, changed_at = now()`;
    await recordAuditIn(tx, grant, {
      action: "retention.rule",
      phase: "done",
      subject: user === null ? host : `${user}@${host}`,
      details: { kind, days },
    });
  });
}

/** @throws ConsoleError `not-found` */
export async function removeRule(grant: Grant<"retention.run">, id: number): Promise<void> {
  await pools().interactive.begin(async (tx) => {
    const [gone] = await tx<{ host: string; user: string | null; kind: string | null }[]>`
      delete from console.retention_rule where id = ${id} returning host, "user", kind`;
    if (!gone) throw refusal("not-found", "retention-rule");
    await recordAuditIn(tx, grant, {
      action: "retention.rule-remove",
      phase: "done",
      subject: gone.user === null ? gone.host : `${gone.user}@${gone.host}`,
      details: { kind: gone.kind },
    });
  });
}
