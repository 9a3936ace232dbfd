import "server-only";
import { recordAudit } from "@/lib/audit/record";
import type { Grant } from "@/lib/auth/grant";
import { pools } from "@/lib/db/pools";
import type { ErrorReason } from "@/lib/i18n/en/errors";
import type { JobKind } from "@/lib/jobs/kinds";
import { requestJob } from "@/lib/jobs/request";
import { layout } from "@/lib/prosody/layouts/detect";
import { refusal } from "@/lib/refusal";
import type { IndexVerdict } from "../database-views";
import {
  FREEZES,
  type Freeze,
  type MaintenanceRequest,
  WORK,
  type Work,
} from "../maintenance-schema";
import { readIndexReport } from "../queries/indexes";
import { consoleTables } from "../queries/tables";

/** What the advice must say for it; null: any index that is there. */
const ADVISED: Partial<Record<Work, IndexVerdict>> = {
  "create-index": "create",
  "drop-index": "drop",
};

/**
 * Puts the care of a table or an index into the queue. The worker looks again before it begins.
 * @throws ConsoleError `conflict` for what would freeze the chat server, for an index the advice does not
 *   name, and while the same is under way; `not-found` for what is not there. Refusals are on the trail.
 */
export async function requestMaintenance(
  grant: Grant<"storage.maintain">,
  { what, target }: MaintenanceRequest,
): Promise<{ id: string }> {
  if (what in FREEZES) {
    const { kind, reason } = FREEZES[what as Freeze];
    return refuse(grant, kind, target, reason);
  }
  const known = what as Work;
  const kind = WORK[known];
  const table =
    known === "analyze" || known === "vacuum"
      ? await findTable(target)
      : await findIndexTable(target, ADVISED[known] ?? null);
  if (table === null) return refuse(grant, kind, target, "maintenance-target");
  if (table === false) return refuse(grant, kind, target, "maintenance-not-advised");
  // PostgreSQL lets one of these work on a table at a time.
  return requestJob(grant, { kind, subject: target, lane: `table ${table}`, params: { table } });
}

async function refuse(
  grant: Grant<"storage.maintain">,
  action: JobKind,
  subject: string,
  reason: ErrorReason,
): Promise<never> {
  await recordAudit(grant, { action, phase: "refused", subject, details: { why: reason } });
  throw refusal(reason === "maintenance-target" ? "not-found" : "conflict", reason);
}

async function findTable(target: string): Promise<string | null> {
  const [{ table, mapTable }, ours] = await Promise.all([
    layout(),
    consoleTables(pools().interactive),
  ]);
  return [table, mapTable, ...ours].includes(target) ? target : null;
}

/** null: there is no such index; false: it is not advised. */
async function findIndexTable(
  target: string,
  advised: IndexVerdict | null,
): Promise<string | null | false> {
  const { indexes } = await readIndexReport(pools().interactive);
  const index = indexes.find((it) => it.target === target);
  if (!index || (advised === null && index.bytes === null)) return null;
  return advised === null || index.advice === advised ? index.table : false;
}
