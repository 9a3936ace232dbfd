import "server-only";
import { pools } from "@/lib/db/pools";
import { beatJob, type ClaimedJob, DEAD_AFTER_SECONDS } from "./claim";
import type { JobView } from "./views";

const BEAT_MS = 1_000;

/** Why work stops before its end. */
export type StopReason = { why: "cancelled"; by: string } | { why: "leaving" } | { why: "lost" };

type Watched = {
  job: ClaimedJob;
  /** What people see now. */
  state: () => { progress: JobView["progress"]; backend: number | null };
  onStop: (reason: StopReason) => void;
};

/**
 * Beats for a job until the returned function is called. A database that is away is waited for; but before
 * others may think us dead, we stop: the same work must not be done twice at once.
 */
export function watchOver({ job, state, onStop }: Watched): () => void {
  let heard = Date.now();
  let over = false;
  let timer: NodeJS.Timeout;
  const beat = async () => {
    const { progress, backend } = state();
    const answer = await beatJob(pools().jobs, job, progress, backend).catch(() => null);
    if (over) return;
    if (answer !== null) heard = Date.now();
    if (answer === "lost" || Date.now() - heard > (DEAD_AFTER_SECONDS - 5) * 1_000) {
      onStop({ why: "lost" });
    } else if (answer !== null && answer !== "go-on") {
      onStop({ why: "cancelled", by: answer.cancelledBy });
    }
    timer = setTimeout(() => void beat(), BEAT_MS);
  };
  timer = setTimeout(() => void beat(), BEAT_MS / 2);
  return () => {
    over = true;
    clearTimeout(timer);
  };
}
