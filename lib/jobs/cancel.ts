import "server-only";
import type { TransactionSql } from "postgres";
import { recordAuditIn } from "@/lib/audit/record";
import type { Grant } from "@/lib/auth/grant";
import { permits } from "@/lib/auth/permissions";
import { pools } from "@/lib/db/pools";
import { refusal } from "@/lib/refusal";
import { isJobKind, JOB_KINDS } from "./kinds";

type Row = { kind: string; subject: string; state: string; seq: number | null; asked: boolean };

/**
 * Stops work. What waits is cancelled at once; what runs is stopped by its worker within seconds, and what it
 * has done so far stays done.
 * @throws ConsoleError `not-found`, also for work the operator may not ask for; `conflict` when it is over
 */
export async function cancelJob(grant: Grant<"storage.maintain">, id: string): Promise<void> {
  await pools().interactive.begin(async (tx) => {
    const job = await lockJob(tx, id);
    const { operator } = grant;
    if (!job || !isJobKind(job.kind) || !permits(operator.roles, JOB_KINDS[job.kind].asks)) {
      throw refusal("not-found", "job-unknown");
    }
    if (job.state !== "waiting" && job.state !== "running") throw refusal("conflict", "job-over");
    if (job.asked) return;
    await tx`
      update console.job set cancel_asked_at = now(), cancel_asked_by = ${operator.name},
        state = case when state = 'waiting' then 'cancelled' else state end,
        ended_at = case when state = 'waiting' then now() end
      where id = ${id}`;
    await recordAuditIn(tx, grant, {
      action: "job.cancel",
      phase: "done",
      subject: job.subject,
      refersTo: job.seq ?? undefined,
      details: { job: id, kind: job.kind, began: job.state === "running" },
    });
  });
}

async function lockJob(tx: TransactionSql, id: string): Promise<Row | undefined> {
  const [job] = await tx<Row[]>`
    select kind, subject, state, audit_seq::float8 as seq, cancel_asked_at is not null as asked
    from console.job where id = ${id} for update`;
  return job;
}
