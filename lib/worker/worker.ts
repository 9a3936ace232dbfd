import "server-only";
import type { ReadingThread } from "@/lib/archive/projection/bulk/reading-thread";
import { Indexer, type StepResult } from "@/lib/archive/projection/indexer";
import { pools } from "@/lib/db/pools";
import { countTaskRuns } from "@/lib/expiry/task-runs";
import { forgetOldJobs } from "@/lib/jobs/claim";
import { forgetOldSearches } from "@/lib/search/commands/forget-old";
import { BEAT_SECONDS, Beat } from "./beat";
import { keepCheckpointOrSay } from "./checkpoint";
import { repeat } from "./repeat";
import { runJobs } from "./run-jobs";
import { runSchedules } from "./run-schedules";

/** After each kind of step, in milliseconds. */
const PAUSE: Record<StepResult, number> = { worked: 0, busy: 100, idle: 1_000, waiting: 10_000 };

const HOUR_MS = 3_600_000;

/** Prosody's tasks are daily. */
const TASK_RUNS_MS = 60_000;

/** What could be cut off the trail unseen is at most so young. */
const CHECKPOINT_MS = 60_000;

/** Does everything the worker does, until `signal`; then finishes the step at hand and says good-bye. */
export async function runWorker(
  signal: AbortSignal,
  log: (line: string) => void,
  readingThreads?: () => ReadingThread[],
): Promise<void> {
  const beat = new Beat();
  let { jobs } = pools();
  let indexer = new Indexer(jobs, { log, readingThreads });
  const onProblem = (error: unknown) => log(error instanceof Error ? error.message : String(error));
  /** Again and again; `work` says how many milliseconds to wait before the next time. */
  const chore = (work: () => Promise<number>) => repeat({ signal, onProblem, work });
  await Promise.all([
    chore(async () => {
      await beat.tell();
      return BEAT_SECONDS * 1_000;
    }),
    // A full batch may leave more behind.
    chore(async () => ((await forgetOldSearches()) > 0 ? 1_000 : HOUR_MS)),
    chore(async () => {
      await forgetOldJobs(pools().jobs);
      return HOUR_MS;
    }),
    chore(async () => {
      await keepCheckpointOrSay();
      return CHECKPOINT_MS;
    }),
    chore(async () => {
      await countTaskRuns();
      return TASK_RUNS_MS;
    }),
    runJobs({ signal, log, onProblem }),
    runSchedules({ signal, onProblem }),
    chore(async () => {
      if (jobs !== pools().jobs) {
        // The connections were lost and replaced.
        jobs = pools().jobs;
        void indexer.close().catch(onProblem);
        indexer = new Indexer(jobs, { log, readingThreads });
      }
      return PAUSE[await indexer.step()];
    }),
  ]);
  await indexer.close().catch(onProblem);
  await beat.leave().catch(onProblem);
}
