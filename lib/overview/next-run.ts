import { addDays, dayKey, dayStart } from "@/lib/format/day";

const DAY = 86_400;
const QUARTER = 900;
export const NIGHTS = 14;

/**
 * When Prosody probably deletes next. It looks hourly whether a day has passed since the last run (mod_cron); one that
 * is late comes at any moment. Where no run left a note, the end of the day in the zone of the reader has to do.
 */
export function nextRun(
  lastRunAt: number | null,
  now: number,
  zone: string,
): { at: number; known: boolean } {
  if (lastRunAt === null)
    return { at: dayStart(addDays(dayKey(now, zone), 1), zone), known: false };
  return { at: Math.max(lastRunAt + DAY, now), known: true };
}

/**
 * Where the rows of the first night begin, as a UTC day (since 1970) and a quarter-hour of it: what is older should
 * have gone with the run before. Each night after it begins a day later.
 */
export function firstCut(runAt: number, expiresAfterSeconds: number) {
  const quarter = Math.floor((runAt - expiresAfterSeconds - DAY) / QUARTER);
  return { day: Math.floor(quarter / 96), part: ((quarter % 96) + 96) % 96 };
}
