import "server-only";
import type { ISql } from "postgres";
import type { Operator } from "@/lib/auth/grant";
import { pools } from "@/lib/db/pools";
import { refusal } from "@/lib/refusal";
import type { AuditAction, AuditPhase } from "./actions";
import { canonicalJson, cleanText, type JsonObject } from "./canonical";

export type AuditRecord = {
  action: AuditAction;
  phase: AuditPhase;
  /** Whose data or what thing it is about: a bare JID, a host, an operator's name. Never message text. */
  subject: string;
  /** `seq` of the entry this one answers. */
  refersTo?: number;
  details?: JsonObject;
};

/** A grant; or, where nobody has one yet (signing in), who it is about. */
export type Actor = { readonly operator: Operator };

/**
 * Appends one entry in a transaction of its own and returns its `seq` once it is committed.
 * @throws ConsoleError `unavailable` when it could not be written: the caller must not go on.
 */
export function recordAudit(actor: Actor, record: AuditRecord): Promise<number> {
  return recordAuditIn(pools().audit, actor, record);
}

/**
 * The same inside the caller's transaction, as its last statement: the end of the chain stays locked
 * until COMMIT. A failure aborts the transaction, and with it the change.
 */
export async function recordAuditIn(
  tx: ISql,
  { operator }: Actor,
  { action, phase, subject, refersTo, details }: AuditRecord,
): Promise<number> {
  try {
    const [row] = await tx<{ seq: string }[]>`
      select console.audit_append(
        ${cleanText(operator.id)}, ${cleanText(operator.name)}, ${operator.sessionId},
        ${action}, ${phase}, ${cleanText(subject)}, ${refersTo ?? null}, ${canonicalJson(details ?? {})}
      ) as seq`;
    return Number(row!.seq);
  } catch (cause) {
    throw refusal("unavailable", "trail-away", { cause });
  }
}
