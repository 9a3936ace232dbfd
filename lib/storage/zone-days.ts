/** From `at` (unix seconds) on, local time is UTC + `seconds`; in order of time, the first for ever before. */
export type Offset = { at: number; seconds: number };

const DAY_SECONDS = 86_400;

/** Days since 1970 in the calendar of the zone. */
export function localDay(offsets: readonly Offset[], at: number): number {
  return Math.floor((at + offsetAt(offsets, at)) / DAY_SECONDS);
}

export function offsetAt(offsets: readonly Offset[], at: number): number {
  return offsets[indexAt(offsets, at)]?.seconds ?? 0;
}

/**
 * When a local day begins: behind the last moment that belongs to an earlier one. So each day has one beginning,
 * also where clocks are changed at midnight.
 */
export function dayStart(offsets: readonly Offset[], day: number): number {
  const midnight = day * DAY_SECONDS;
  let start = midnight;
  for (let n = indexAt(offsets, midnight - 2 * DAY_SECONDS); n < offsets.length; n += 1) {
    const { at, seconds } = offsets[n] as Offset;
    const begin = n === 0 ? Number.NEGATIVE_INFINITY : at;
    if (begin > midnight + 2 * DAY_SECONDS) break;
    const end = Math.min(offsets[n + 1]?.at ?? Number.POSITIVE_INFINITY, midnight - seconds);
    if (end > begin) start = end;
  }
  return start;
}

function indexAt(offsets: readonly Offset[], at: number): number {
  let [low, high] = [0, offsets.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((offsets[middle] as Offset).at <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Monday = 0. 1970 began on a Thursday. */
export const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7;

export function dateOf(day: number): string {
  return new Date(day * DAY_SECONDS * 1_000).toISOString().slice(0, 10);
}

/** Of YYYY-MM-DD. */
export function dayOf(date: string): number {
  return Math.floor(Date.parse(`${date}T00:00:00Z`) / 1_000 / DAY_SECONDS);
}
