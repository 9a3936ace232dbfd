import { setTimeout as sleep } from "node:timers/promises";

export type RepeatOptions = {
  signal: AbortSignal;
  /** One piece of work; returns how long to wait until the next, in milliseconds. */
  work: () => Promise<number>;
  /** Told once for each new kind of failure, not for each attempt. */
  onProblem: (error: unknown) => void;
};

const LONGEST_WAIT_MS = 5_000;

/** Repeats until `signal`. A failure (a restart of PostgreSQL, say) is waited out and tried again. */
export async function repeat({ signal, work, onProblem }: RepeatOptions): Promise<void> {
  let failures = 0;
  let told = "";
  while (!signal.aborted) {
    let wait: number;
    try {
      wait = await work();
      failures = 0;
      told = "";
    } catch (error) {
      if (signal.aborted) return;
      failures += 1;
      wait = Math.min(LONGEST_WAIT_MS, 250 * 2 ** failures);
      const message = error instanceof Error ? error.message : String(error);
      if (message !== told) onProblem(error);
      told = message;
    }
    if (wait > 0) await sleep(wait, undefined, { signal }).catch(() => {});
    // Lets signals and timers through between two batches without a pause.
    else await new Promise((next) => setImmediate(next));
  }
}
