import "server-only";
import type { ISql } from "postgres";
import type { Grant, Operator } from "@/lib/auth/grant";
import { permits } from "@/lib/auth/permissions";
import { isUuid } from "@/lib/auth/uuid";
import { pools } from "@/lib/db/pools";
import { refusal } from "@/lib/refusal";
import { JOB_KINDS, type JobKind } from "./kinds";
import type { JobView } from "./views";

/** What is over stays in the list of the frame for so long; on the trail it stays for ever. */
const RECENT_HOURS = 24;
const MOST_RECENT = 12;

/** What waits and runs, first come first, then what ended lately, newest first. */
export async function listJobs(grant: Grant<"storage.read">): Promise<JobView[]> {
  const { interactive: sql } = pools();
  const kinds = watchable(grant.operator);
  const rows = await sql<Row[]>`
    (select ${columns(sql)} from console.job
      where state in ('waiting', 'running') and kind = any(${kinds}::text[])
      order by asked_at, id limit 100)
    union all
    (select ${columns(sql)} from console.job
      where ended_at > now() - make_interval(hours => ${RECENT_HOURS}) and kind = any(${kinds}::text[])
      order by ended_at desc limit ${MOST_RECENT})`;
  return rows.map(toView);
}

/** @throws ConsoleError `not-found`, also for work of a kind the operator may not watch */
export async function getJob(grant: Grant<"storage.read">, id: string): Promise<JobView> {
  const { interactive: sql } = pools();
  const [row] = isUuid(id)
    ? await sql<Row[]>`
        select ${columns(sql)} from console.job
        where id = ${id} and kind = any(${watchable(grant.operator)}::text[])`
    : [];
  if (!row) throw refusal("not-found", "job-unknown");
  return toView(row);
}

function watchable({ roles }: Operator): JobKind[] {
  return (Object.keys(JOB_KINDS) as JobKind[]).filter((it) =>
    permits(roles, JOB_KINDS[it].watches),
  );
}

type Row = Omit<JobView, "error"> & { error: string | null; errorReason: string | null };

function columns(sql: ISql) {
  return sql`id, kind, subject, state, operator_name as operator, cancel_asked_at is not null as "cancelAsked",
    extract(epoch from asked_at)::float8 as "askedAt", extract(epoch from started_at)::float8 as "startedAt",
    extract(epoch from ended_at)::float8 as "endedAt", attempt::int as attempt,
    case when state = 'running' then progress end as progress, result, error,
    error_reason as "errorReason"`;
}

function toView({ error, errorReason, ...rest }: Row): JobView {
  return { ...rest, error: error === null ? null : { message: error, reason: errorReason } };
}
