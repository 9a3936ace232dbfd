import "server-only";
import type { Grant } from "@/lib/auth/grant";
import type { AuditAction } from "./actions";
import type { JsonObject } from "./canonical";
import { hashIds } from "./keyed-hash";
import { recordAudit } from "./record";

/**
 * A reading of private data: *asked* is committed before `run` starts, *answered* before its value is
 * returned. When either cannot be written nothing leaves. A reading that fails stays *asked* for ever.
 * `ids` names the rows of the answer; the trail keeps their number and a hash.
 */
export async function auditRead<T>(
  grant: Grant,
  about: { action: AuditAction; subject: string; details?: JsonObject },
  run: () => Promise<T>,
  ids: (value: T) => readonly (number | string)[],
): Promise<T> {
  const { action, subject, details } = about;
  const asked = await recordAudit(grant, { action, phase: "asked", subject, details });
  const value = await run();
  const served = ids(value);
  await recordAudit(grant, {
    action,
    phase: "answered",
    subject,
    refersTo: asked,
    details: { rows: served.length, idsHash: hashIds(served) },
  });
  return value;
}
