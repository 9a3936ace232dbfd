import "server-only";
import { pools } from "@/lib/db/pools";
import { keepSchedule } from "@/lib/jobs/schedule/keep";
import { runDue } from "@/lib/jobs/schedule/run-due";
import { RETENTION_SCHEDULE, startScheduled } from "@/lib/retention/schedule";
import { STORAGE_SCHEDULES } from "@/lib/storage/measure/schedules";
import { repeat } from "./repeat";

const PAUSE_MS = 5_000;

type Options = { signal: AbortSignal; onProblem: (error: unknown) => void };

/** Does what is due each day, until `signal`. */
export async function runSchedules({ signal, onProblem }: Options): Promise<void> {
  const tasks = {
    ...Object.fromEntries(STORAGE_SCHEDULES.map(({ name, task }) => [name, task])),
    [RETENTION_SCHEDULE]: startScheduled,
  };
  let kept = false;
  await repeat({
    signal,
    onProblem,
    async work() {
      const { jobs } = pools();
      if (!kept) for (const plan of STORAGE_SCHEDULES) await keepSchedule(jobs, plan);
      kept = true;
      await runDue(jobs, tasks);
      return PAUSE_MS;
    },
  });
}
