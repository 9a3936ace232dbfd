import "server-only";
import { randomUUID } from "node:crypto";
import { runNextJob } from "@/lib/jobs/run";
import { RETENTION_HANDLERS } from "@/lib/retention/run/handler";
import { MAINTENANCE_HANDLERS } from "@/lib/storage/maintenance/handlers";
import { repeat } from "./repeat";

/** A long one must not keep a short one waiting; more at once would only wait for the same disk. */
const AT_ONCE = 2;
const PAUSE_MS = 1_000;

type Options = {
  signal: AbortSignal;
  log: (line: string) => void;
  onProblem: (error: unknown) => void;
};

/** Takes jobs from the queue until `signal`; what runs then goes back into it. */
export async function runJobs({ signal, log, onProblem }: Options): Promise<void> {
  const worker = randomUUID();
  const runner = {
    worker,
    handlers: { ...MAINTENANCE_HANDLERS, ...RETENTION_HANDLERS },
    signal,
    log,
  };
  const one = () =>
    repeat({
      signal,
      onProblem,
      work: async () => ((await runNextJob(runner)) === "worked" ? 0 : PAUSE_MS),
    });
  await Promise.all(Array.from({ length: AT_ONCE }, one));
}
