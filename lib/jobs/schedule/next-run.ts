import { Cron } from "croner";
import { isZone } from "@/lib/format/zone";

/** `cron`: minute, hour, day of the month, month, weekday; in the local time of `zone` (IANA name). */
export type Timing = { cron: string; zone: string };

const FIELDS = 5;

/**
 * The first moment after `after` (exclusive). Where clocks go forward over it, it comes an hour later; where they
 * go back, the first of the two counts and no other. null: it never comes (31 February), or is not a schedule.
 */
export function nextRun({ cron, zone }: Timing, after: Date): Date | null {
  if (!isTiming({ cron, zone })) return null;
  return new Cron(cron, { timezone: zone, paused: true }).nextRun(after);
}

/** Five fields, and not a moment of the second: nothing of ours is due more than once a minute. */
export function isTiming({ cron, zone }: Timing): boolean {
  if (cron.trim().split(/\s+/).length !== FIELDS || !isZone(zone)) return false;
  try {
    new Cron(cron, { timezone: zone, paused: true });
    return true;
  } catch {
    return false;
  }
}
