import "server-only";
import { pools } from "@/lib/db/pools";
import { listTaskRuns } from "./queries";

/**
 * Counts what ran since the last look. Tasks are daily, so a look each minute misses none while a worker is
 * there. Several workers may look at once: the one that comes second sees nothing new.
 */
export async function countTaskRuns(): Promise<void> {
  const runs = await listTaskRuns();
  if (runs.length === 0) return;
  await pools().jobs`
    insert into console.task_run (host, task, last_run_at)
    select * from unnest(${runs.map((it) => it.host)}::text[], ${runs.map((it) => it.task)}::text[],
      ${runs.map((it) => Math.trunc(it.at))}::bigint[])
    on conflict (host, task) do update
      set last_run_at = excluded.last_run_at, runs = task_run.runs + 1
      where task_run.last_run_at < excluded.last_run_at`;
}
