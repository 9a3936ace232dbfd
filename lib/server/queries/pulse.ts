import "server-only";
import { listHoldingBack } from "@/lib/archive/projection/holding-back";
import { oldestWaiting } from "@/lib/archive/projection/oldest-waiting";
import { projectionStatus } from "@/lib/archive/projection/status";
import type { Grant } from "@/lib/auth/grant";
import { countConnections } from "@/lib/db/connections";
import { MOST_CONNECTIONS, pools } from "@/lib/db/pools";
import { findLayout } from "@/lib/prosody/layouts/detect";
import type { ServerPulse, Worker } from "../views";

/** As /api/health. */
const BEAT_LIMIT_SECONDS = 30;
/** The line of a worker that was killed stays for a day; who restarts it need not see it so long. */
const REMEMBERED_MINUTES = 60;
const RECENT_HOURS = 24;

/** How it is now: index, workers, connections and jobs. Small lookups, made to be asked every few seconds. */
export async function getServerPulse(_grant: Grant<"server.read">): Promise<ServerPulse> {
  const [index, holdingBack, workers, counted, ours] = await Promise.all([
    readIndex(),
    listHoldingBack(pools().interactive),
    listWorkers(),
    readCounted(),
    countConnections(),
  ]);
  const { at, all, allowed, ...jobs } = counted;
  const connections = { ours, most: MOST_CONNECTIONS, all, allowed };
  return { at, index, holdingBack, workers, connections, jobs };
}

async function readIndex(): Promise<ServerPulse["index"]> {
  const [status, layout] = await Promise.all([projectionStatus(), findLayout()]);
  const behind = layout !== null && status.state === "ready" && status.lagRows > 0;
  const oldestWaitingAt = behind ? await oldestWaiting(pools().interactive, layout) : null;
  return { ...status, oldestWaitingAt };
}

function listWorkers(): Promise<Worker[]> {
  return pools().interactive<Worker[]>`
    select pid, extract(epoch from started_at)::float8 as "startedAt",
      greatest(0, extract(epoch from now() - beat_at))::float8 as "beatAgeSeconds",
      beat_at > now() - make_interval(secs => ${BEAT_LIMIT_SECONDS}) as alive
    from console.worker_beat where beat_at > now() - make_interval(mins => ${REMEMBERED_MINUTES})
    order by started_at desc, pid`;
}

type Counted = ServerPulse["jobs"] & { at: number; all: number; allowed: number };

async function readCounted(): Promise<Counted> {
  const [row] = await pools().interactive<Counted[]>`
    select extract(epoch from now())::float8 as at,
      (select count(*)::int from pg_stat_activity
        where datid is not null and usesysid is not null) as all,
      current_setting('max_connections')::int as allowed,
      (select count(*)::int from console.job where state = 'waiting') as waiting,
      (select count(*)::int from console.job where state = 'running') as running,
      (select count(*)::int from console.job where state = 'failed'
        and ended_at > now() - make_interval(hours => ${RECENT_HOURS})) as failed`;
  return row!;
}
