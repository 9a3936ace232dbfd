import "server-only";
import { Indexer, type StepResult } from "@/lib/archive/projection/indexer";
import { pools } from "@/lib/db/pools";
import { BEAT_SECONDS, Beat } from "./beat";
import { repeat } from "./repeat";

/** After each kind of step, in milliseconds. */
const PAUSE: Record<StepResult, number> = { worked: 0, busy: 100, idle: 1_000, waiting: 10_000 };

/** Does everything the worker does, until `signal`; then finishes the step at hand and says good-bye. */
export async function runWorker(signal: AbortSignal, log: (line: string) => void): Promise<void> {
  const beat = new Beat();
  let { jobs } = pools();
  let indexer = new Indexer(jobs, { log });
  const onProblem = (error: unknown) => log(error instanceof Error ? error.message : String(error));
  await Promise.all([
    repeat({
      signal,
      onProblem,
      async work() {
        await beat.tell();
        return BEAT_SECONDS * 1_000;
      },
    }),
    repeat({
      signal,
      onProblem,
      async work() {
        if (jobs !== pools().jobs) {
          // The connections were lost and replaced.
          jobs = pools().jobs;
          indexer = new Indexer(jobs, { log });
        }
        return PAUSE[await indexer.step()];
      },
    }),
  ]);
  await beat.leave().catch(onProblem);
}
