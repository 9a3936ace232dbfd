import "server-only";
import type { TransactionSql } from "postgres";
import type { JsonObject } from "@/lib/audit/canonical";
import { recordAuditIn } from "@/lib/audit/record";
import type { Grant } from "@/lib/auth/grant";
import { pools } from "@/lib/db/pools";
import { sqlState } from "@/lib/db/transaction";
import { refusal } from "@/lib/refusal";
import type { JOB_KINDS, JobKind } from "./kinds";

export type JobRequest<K extends JobKind> = {
  kind: K;
  subject: string;
  /** Jobs of one lane run one after the other. */
  lane: string;
  params: JsonObject;
};

const UNIQUE_VIOLATION = "23505";

/**
 * Puts work into the queue: record, place in the queue and entry *asked* in one transaction, with what `within` does
 * there; what it returns joins the parameters.
 * @throws ConsoleError `conflict` while the same work waits or runs
 */
export async function requestJob<K extends JobKind>(
  grant: Grant<(typeof JOB_KINDS)[K]["asks"]>,
  { kind, subject, lane, params }: JobRequest<K>,
  within?: (tx: TransactionSql) => Promise<JsonObject>,
): Promise<{ id: string }> {
  const { id: operatorId, name } = grant.operator;
  try {
    return await pools().interactive.begin(async (tx) => {
      const all = within ? { ...params, ...(await within(tx)) } : params;
      const [job] = await tx<{ id: string }[]>`
        insert into console.job (kind, subject, lane, params, operator_id, operator_name)
        values (${kind}, ${subject}, ${lane}, ${JSON.stringify(all)}::text::jsonb, ${operatorId}, ${name})
        returning id`;
      const id = job?.id ?? "";
      const details = { job: id, ...all };
      const seq = await recordAuditIn(tx, grant, {
        action: kind,
        phase: "asked",
        subject,
        details,
      });
      await tx`update console.job set audit_seq = ${seq} where id = ${id}`;
      return { id };
    });
  } catch (error) {
    if (sqlState(error) !== UNIQUE_VIOLATION) throw error;
    throw refusal("conflict", "job-open", { cause: error });
  }
}
