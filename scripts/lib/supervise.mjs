import { setTimeout as sleep } from "node:timers/promises";

const PERIOD_MS = 60_000;
const DEATHS_ALLOWED = 5;

/**
 * Starts something again whenever it dies, until `stopping` is aborted.
 * @param {{ name: string, launch: () => Promise<{ down: Promise<string> }>, first?: { down: Promise<string> },
 *   stopping: AbortSignal, log: (line: string) => void }} options first: one that runs already;
 *   down: resolves when it is gone, with the reason
 * @throws when it died five times within a minute
 */
export async function supervise({ name, launch, first, stopping, log }) {
  /** @type {number[]} */
  let deaths = [];
  let running = first;
  for (;;) {
    const reason = await lifetime(running ? async () => first : launch);
    running = undefined;
    if (stopping.aborted) return;
    const now = Date.now();
    deaths = [...deaths.filter((time) => time > now - PERIOD_MS), now];
    if (deaths.length >= DEATHS_ALLOWED) {
      throw new Error(
        `${name} died ${DEATHS_ALLOWED} times within a minute; the last time it ${reason}.`,
      );
    }
    log(`${name} ${reason}; it is started again`);
    await sleep(200 * 2 ** deaths.length, null, { signal: stopping }).catch(() => {});
    if (stopping.aborted) return;
  }
}

/** @param {() => Promise<{ down: Promise<string> } | undefined>} launch */
async function lifetime(launch) {
  try {
    const running = await launch();
    return (await running?.down) || "ended by itself";
  } catch (error) {
    return `could not be started: ${/** @type {Error} */ (error).message}`;
  }
}
