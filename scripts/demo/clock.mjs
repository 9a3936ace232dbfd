/**
 * Demo time: seconds since the Monday (00:00 UTC) on which the story begins. The story is 61 weeks
 * long (14 months); one spare week follows, in which "now" falls, wherever it is. Weekdays and hours
 * stay what they are, because only whole weeks move.
 */
export const MINUTE = 60;
export const HOUR = 3600;
export const DAY = 86_400;
export const WEEK = 7 * DAY;
export const STORY_WEEKS = 61;
/** End of the story, beginning of the spare week. */
export const STORY_END = STORY_WEEKS * WEEK;
export const SPAN = STORY_END + WEEK;

/** 1970-01-05 was a Monday. */
const FIRST_MONDAY = 4 * DAY;

/** Unix second of demo time 0 for an archive that ends at `now`. @param {Date} now */
export function originOf(now) {
  const seconds = Math.floor(now.getTime() / 1000);
  const week = Math.floor((seconds - FIRST_MONDAY) / WEEK);
  return FIRST_MONDAY + week * WEEK - STORY_END;
}

/** 0 is Monday. @param {number} at demo seconds */
export function weekdayOf(at) {
  return Math.floor(at / DAY) % 7;
}

/** Standard time in hours; the demo knows no summer time, because whole weeks move across it. */
const ZONES = /** @type {Record<string, number>} */ ({
  "Africa/Cairo": 2,
  "Africa/Casablanca": 0,
  "Asia/Beirut": 2,
  "Asia/Jerusalem": 2,
  "Asia/Seoul": 9,
  "Asia/Shanghai": 8,
  "Asia/Tokyo": 9,
  "Europe/Amsterdam": 1,
  "Europe/Athens": 2,
  "Europe/Berlin": 1,
  "Europe/Brussels": 1,
  "Europe/Copenhagen": 1,
  "Europe/Dublin": 0,
  "Europe/Lisbon": 0,
  "Europe/London": 0,
  "Europe/Madrid": 1,
  "Europe/Paris": 1,
  "Europe/Prague": 1,
  "Europe/Riga": 2,
  "Europe/Rome": 1,
  "Europe/Stockholm": 1,
  "Europe/Vienna": 1,
  "Europe/Warsaw": 1,
});

/** Seconds east of UTC. @param {string | undefined} zone */
export function zoneOffset(zone) {
  if (!zone) return 0;
  const hours = ZONES[zone];
  if (hours === undefined) throw new Error(`demo: no offset known for zone ${zone}`);
  return hours * HOUR;
}
