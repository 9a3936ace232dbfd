import "server-only";
import type { Severity } from "@/lib/archive/projection/findings";
import { oldestWaiting } from "@/lib/archive/projection/oldest-waiting";
import { isProjected } from "@/lib/archive/queries/is-projected";
import { pools } from "@/lib/db/pools";
import { findLayout } from "@/lib/prosody/layouts/detect";

export type HostTotals = { host: string; rows: number; bytes: number; owners: number };

/** Message stores by host, from the owners' counted lines; null before they are counted. */
export async function readHostTotals(): Promise<HostTotals[] | null> {
  if (!(await isProjected())) return null;
  return pools().interactive<HostTotals[]>`
    select h.host, sum(o.rows)::float8 as rows, sum(o.bytes)::float8 as bytes,
      count(distinct o."user") filter (where o.rows > 0)::int as owners
    from console.owner o join console.host h on h.id = o.host_id
    where o.messages group by h.host having sum(o.rows) > 0 order by h.host`;
}

export type CleanupRuns = { host: string; module: string; runs: number; lastRunAt: number };

/** What lib/expiry/task-runs.ts counted of Prosody's daily cleanups. */
export function readCleanupRuns(): Promise<CleanupRuns[]> {
  return pools().interactive<CleanupRuns[]>`
    select host, split_part(task, '/', 1) as module, runs::float8 as runs,
      last_run_at::float8 as "lastRunAt"
    from console.task_run where task like '%/remove_expired_messages' order by 1, 2`;
}

export type OwnCleanup = { host: string; runs: number; deleted: number };

/** What Muniment's own runs deleted, where it cleans; hosts it never cleaned are absent. Runs are never forgotten. */
export function readOwnCleanups(): Promise<OwnCleanup[]> {
  return pools().interactive<OwnCleanup[]>`
    select p.host, count(distinct p.run_id) filter (where p.done)::float8 as runs,
      sum(p.deleted)::float8 as deleted
    from console.retention_pass p join console.retention_run r on r.id = p.run_id
    where not r.dry_run group by p.host order by p.host`;
}

/** Seconds since the oldest row that is stored and not indexed was archived; 0: none waits. */
export async function readIndexLag(): Promise<number | null> {
  const layout = await findLayout();
  if (!layout) return null;
  const oldest = await oldestWaiting(pools().interactive, layout);
  return oldest === null ? 0 : Math.max(0, Date.now() / 1000 - oldest);
}

export type Counted = {
  auditEntries: number;
  holdsInForce: number;
  approvalsOpen: number;
  openSessions: number;
  newestBeatAge: number | null;
  databaseBytes: number;
  archiveBytes: number | null;
  transactionAge: number;
};

/** Single numbers, in one statement. */
export async function readCounted(): Promise<Counted> {
  const layout = await findLayout();
  const [row] = await pools().interactive<Counted[]>`
    select (select seq::float8 from console.audit_head where one) as "auditEntries",
      (select count(*)::int from console.session
        where ended_at is null and expires_at > now()) as "openSessions",
      (select count(*)::int from console.hold where released_at is null) as "holdsInForce",
      (select count(*)::int from console.approval
        where state in ('waiting', 'approved') and expires_at > now()) as "approvalsOpen",
      (select extract(epoch from now() - max(beat_at))::float8 from console.worker_beat) as "newestBeatAge",
      pg_database_size(current_database())::float8 as "databaseBytes",
      pg_total_relation_size(to_regclass(${layout?.table ?? null}))::float8 as "archiveBytes",
      (select age(datfrozenxid)::float8 from pg_database
        where datname = current_database()) as "transactionAge"`;
  return row!;
}

export type JobCount = { kind: string; state: string; n: number };

/** Of the record: what waits, what runs, and what failed and is still remembered. */
export function countJobs(): Promise<JobCount[]> {
  return pools().interactive<JobCount[]>`
    select kind, state, count(*)::int as n from console.job
    where state in ('waiting', 'running', 'failed') group by kind, state`;
}

export type FoundWrong = { id: string; severity: Severity; foundAt: number };

export function listFindings(): Promise<FoundWrong[]> {
  return pools().interactive<FoundWrong[]>`
    select id, severity, extract(epoch from found_at)::float8 as "foundAt"
    from console.finding order by id`;
}
