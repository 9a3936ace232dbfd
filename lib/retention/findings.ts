import type { Expiry } from "@/lib/expiry/views";

const DAY = 86_400;
/** Prosody's task runs once a day; a day more is no fault yet. */
const GRACE = 2 * DAY;

/**
 * What is wrong with how rows go by themselves. `default-week`: nobody set a period, so Prosody's own counts.
 * `never-ran`: rows are past their date and Prosody's daily task left no note that it ever ran (0.12 does not on its
 * first day, and one restarted each day never does; prosody.md §0.9). `late`: it ran, but not lately.
 */
export type RetentionFinding =
  | { id: "default-week"; host: string; store: string; days: number }
  | {
      id: "never-ran" | "late";
      host: string;
      store: string;
      oldestAt: number;
      lastRunAt: number | null;
    }
  | { id: "offline"; host: string; rows: number; oldestAt: number };

export type OfflineRows = { host: string; rows: number; oldestAt: number };

/** `now` in Unix seconds. `offline`: rows that no task ever deletes, of people who never came back for them. */
export function findProblems(
  expiry: readonly Expiry[],
  offline: readonly OfflineRows[],
  now: number,
): RetentionFinding[] {
  const found = expiry.flatMap((it): RetentionFinding[] => {
    const { host, store, source, oldestAt, lastRunAt, expiresAfterSeconds: after } = it;
    if (typeof after !== "number") return [];
    const problems: RetentionFinding[] = [];
    if (source === "default") {
      problems.push({ id: "default-week", host, store, days: Math.round(after / DAY) });
    }
    if (oldestAt !== null && oldestAt < now - after - GRACE) {
      const id = lastRunAt === null ? "never-ran" : "late";
      // It ran lately and the rows are there all the same: the period is younger than the run.
      if (lastRunAt === null || lastRunAt < now - GRACE) {
        problems.push({ id, host, store, oldestAt, lastRunAt });
      }
    }
    return problems;
  });
  const left = offline
    .filter(({ oldestAt }) => oldestAt < now - OFFLINE_AFTER)
    .map((it): RetentionFinding => ({ id: "offline", ...it }));
  return [...found, ...left];
}

/** Offline messages wait for somebody who is away; after a quarter of a year they hardly come for them. */
const OFFLINE_AFTER = 90 * DAY;
