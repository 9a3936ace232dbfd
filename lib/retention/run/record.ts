import "server-only";
import type { ISql } from "postgres";
import { JobFailure } from "@/lib/jobs/failure";
import type { Counts, Pass } from "../views";

export type RunRecord = {
  passes: Pass[];
  dryRun: boolean;
  paused: boolean;
  /** Unix seconds: every pass counts days back from then, however long the run takes. */
  askedAt: number;
  /** Of the pass asked for. */
  done: boolean;
};

export async function readRun(sql: ISql, runId: string, pass = 0): Promise<RunRecord> {
  const [run] = await sql<RunRecord[]>`
    select passes, dry_run as "dryRun", paused,
      floor(extract(epoch from asked_at))::float8 as "askedAt",
      coalesce((select done from console.retention_pass p where p.run_id = r.id and p.pass = ${pass}), true) as done
    from console.retention_run r where id = ${runId}`;
  if (!run) throw new JobFailure("retention-gone");
  return run;
}

export type RunSums = Counts & { through: number; perHost: (Counts & { host: string })[] };

export async function sumsOf(sql: ISql, runId: string): Promise<RunSums> {
  const rows = await sql<(Counts & { host: string; through: number })[]>`
    select host, sum(expired)::float8 as expired, sum(held)::float8 as held,
      sum(deleted)::float8 as deleted, count(*) filter (where done)::int as through
    from console.retention_pass where run_id = ${runId} group by host order by host`;
  const sum = (name: keyof Counts | "through") => rows.reduce((all, row) => all + row[name], 0);
  return {
    ...{ expired: sum("expired"), held: sum("held"), deleted: sum("deleted") },
    through: sum("through"),
    perHost: rows.map(({ through: _, ...row }) => row),
  };
}
