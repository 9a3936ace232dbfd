import "server-only";
import type { Sql } from "postgres";
import type { JsonObject } from "@/lib/audit/canonical";
import { recordAuditIn } from "@/lib/audit/record";
import { sqlState } from "@/lib/db/transaction";
import type { JobKind } from "./kinds";
import type { JobView } from "./views";

/** A worker that has not said anything for so long is dead. */
export const DEAD_AFTER_SECONDS = 15;

export type ClaimedJob = {
  id: string;
  kind: JobKind;
  subject: string;
  params: JsonObject;
  operatorId: string;
  operatorName: string;
  auditSeq: number | null;
  attempt: number;
  cancelAskedBy: string | null;
};

const UNIQUE_VIOLATION = "23505";

/**
 * Takes the oldest job that waits and whose lane is free, or one whose worker died; null when there is none.
 * Workers do not wait for each other: SKIP LOCKED passes over what another one is just taking.
 */
export async function claimJob(
  sql: Sql,
  worker: string,
  only: readonly string[] | null = null,
): Promise<ClaimedJob | null> {
  try {
    const [job] = await sql<ClaimedJob[]>`
      update console.job set state = 'running', worker = ${worker}, attempt = attempt + 1,
        started_at = coalesce(started_at, now()), beat_at = now(), progress = null, backend_pid = null
      where id = (
        select id from console.job j
        where (state = 'waiting' or beat_at < now() - make_interval(secs => ${DEAD_AFTER_SECONDS}))
          and state in ('waiting', 'running')
          and not exists (select from console.job r
            where r.state = 'running' and r.lane = j.lane and r.id <> j.id)
          ${only === null ? sql`` : sql`and id = any(${[...only]}::uuid[])`}
        order by asked_at, id limit 1 for update skip locked)
      returning id, kind, subject, params, operator_id as "operatorId", operator_name as "operatorName",
        audit_seq::float8 as "auditSeq", attempt::int as attempt, cancel_asked_by as "cancelAskedBy"`;
    return job ?? null;
  } catch (error) {
    // Two workers took a job of the same lane at the same moment: the other one has it.
    if (sqlState(error) === UNIQUE_VIOLATION) return null;
    throw error;
  }
}

export type Beat = "go-on" | "lost" | { cancelledBy: string };

/** The worker's sign of life; tells back whether the job is still its own and wanted. */
export async function beatJob(
  sql: Sql,
  { id, attempt }: ClaimedJob,
  progress: JobView["progress"],
  backend: number | null,
): Promise<Beat> {
  const [job] = await sql<{ by: string | null }[]>`
    update console.job set beat_at = now(), backend_pid = ${backend},
      progress = ${progress && JSON.stringify(progress)}::text::jsonb
    where id = ${id} and attempt = ${attempt} and state = 'running'
    returning cancel_asked_by as by`;
  if (!job) return "lost";
  return job.by === null ? "go-on" : { cancelledBy: job.by };
}

/** Back into the queue, at its old place: the worker leaves, or lost the database. */
export async function putJobBack(sql: Sql, { id, attempt }: ClaimedJob): Promise<void> {
  await sql`
    update console.job set state = 'waiting', worker = null, beat_at = null, progress = null, backend_pid = null
    where id = ${id} and attempt = ${attempt} and state = 'running'`;
}

export type JobEnd = {
  state: "done" | "failed" | "cancelled";
  result: JsonObject | null;
  error: JobView["error"];
  /** For the trail. */
  details: JsonObject;
};

/** Writes the end and its entry in one transaction. False when the job has passed to another worker. */
export async function endJob(sql: Sql, job: ClaimedJob, end: JobEnd): Promise<boolean> {
  const { id, kind, subject, attempt, auditSeq } = job;
  const operator = { id: job.operatorId, name: job.operatorName, roles: [], sessionId: null };
  return sql.begin(async (tx) => {
    const ended = await tx`
      update console.job set state = ${end.state}, ended_at = now(), error = ${end.error?.message ?? null},
        error_reason = ${end.error?.reason ?? null}, backend_pid = null,
        result = ${end.result && JSON.stringify(end.result)}::text::jsonb
      where id = ${id} and attempt = ${attempt} and state = 'running' returning 1`;
    if (ended.length === 0) return false;
    await recordAuditIn(
      tx,
      { operator },
      {
        action: kind,
        phase: end.state === "done" ? "done" : "refused",
        subject,
        refersTo: auditSeq ?? undefined,
        details: { job: id, ...end.details },
      },
    );
    return true;
  });
}

/** Records are kept for three months; the trail has them for ever. Returns how many went. */
export async function forgetOldJobs(sql: Sql): Promise<number> {
  const gone = await sql`
    delete from console.job where ended_at < now() - interval '90 days' returning 1`;
  return gone.length;
}
