import "server-only";
import type { Grant } from "@/lib/auth/grant";
import { pools } from "@/lib/db/pools";
import type { RunView } from "./views";

const MOST_RUNS = 50;

/** The log of cleanups, newest first. */
export async function listRuns(_grant: Grant<"retention.read">): Promise<RunView[]> {
  return pools().interactive<RunView[]>`
    select r.id, r.job_id as job, r.dry_run as "dryRun", r.host, r.operator_name as operator, r.paused,
      coalesce(j.state, case when p.done = p.passes then 'done' else 'cancelled' end) as state,
      floor(extract(epoch from r.asked_at))::float8 as "askedAt",
      floor(extract(epoch from j.ended_at))::float8 as "endedAt", p.passes, p.done, p.hosts as "perHost"
    from console.retention_run r left join console.job j on j.id = r.job_id
      cross join lateral (
        select sum(passes)::int as passes, sum(done)::int as done,
          jsonb_agg(jsonb_build_object('host', host, 'expired', expired, 'held', held, 'deleted', deleted)
            order by host) as hosts
        from (select host, count(*) as passes, count(*) filter (where done) as done, sum(expired) as expired,
            sum(held) as held, sum(deleted) as deleted
          from console.retention_pass where run_id = r.id group by host) h) p
    order by r.asked_at desc limit ${MOST_RUNS}`;
}
