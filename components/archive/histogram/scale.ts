import type { HistogramView } from "@/lib/archive/views";
import { addDays, dayKey, dayStart, formatMonth } from "@/lib/format/day";
import type { Locale } from "@/lib/format/locale";

const DAY = 86_400;
const LEAST_DAYS = 28;
const LAST_LABEL = 0.97;

export type Bucket = HistogramView["buckets"][number];

/** Time on the x axis of the histogram: unix seconds to a share of the width, and back. */
export type Scale = {
  start: number;
  end: number;
  toShare(seconds: number): number;
  toSeconds(share: number): number;
};

export function timeScale(buckets: readonly Bucket[]): Scale | null {
  const first = buckets[0]?.start;
  const last = buckets.at(-1)?.end;
  if (first === undefined || last === undefined || last <= first) return null;
  // A single day is a bar among days, not a wall.
  const room = Math.max(0, LEAST_DAYS * DAY - (last - first)) / 2;
  const start = Math.floor(first - room);
  const end = Math.ceil(last + room);
  const clamp = (share: number) => Math.min(1, Math.max(0, share));
  return {
    start,
    end,
    toShare: (seconds) => clamp((seconds - start) / (end - start)),
    toSeconds: (share) => Math.round(start + clamp(share) * (end - start)),
  };
}

/** The bucket that holds a time, or the nearest one to it. */
export function bucketAt(buckets: readonly Bucket[], seconds: number): number {
  let low = 0;
  let high = buckets.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (buckets[middle]!.start <= seconds) low = middle;
    else high = middle - 1;
  }
  const here = buckets[low];
  const next = buckets[low + 1];
  if (here && next && seconds >= here.end && next.start - seconds < seconds - here.end)
    return low + 1;
  return low;
}

/** What is in view as whole buckets, so that the frame stands around its bars; null when none of them is shown. */
export function windowOf(
  buckets: readonly Bucket[],
  view: { from: number; to: number },
): { from: number; to: number } | null {
  const shown = buckets.filter((it) => it.end > view.from && it.start <= view.to);
  const first = shown[0];
  const last = shown.at(-1);
  return first && last ? { from: first.start, to: last.end } : null;
}

/** One path for all bars: hundreds of rects cost the browser more than one shape does. */
export function barsPath(
  buckets: readonly Bucket[],
  scale: Scale,
  width: number,
  height: number,
): string {
  const most = Math.max(1, ...buckets.map((b) => b.rows));
  let path = "";
  for (const bucket of buckets) {
    if (bucket.rows === 0) continue;
    const x = scale.toShare(bucket.start) * width;
    const full = scale.toShare(bucket.end) * width - x;
    const w = Math.max(0.8, full - Math.min(0.9, full * 0.25));
    const h = Math.max(1.5, (bucket.rows / most) * height);
    path += `M${x.toFixed(1)} ${height}h${w.toFixed(1)}v${(-h).toFixed(1)}h${(-w).toFixed(1)}z`;
  }
  return path;
}

export type Tick = { share: number; label: string };

/** Month names at month starts, the year at January; days where the range is shorter than ten weeks. */
export function ticks(scale: Scale, locale: Locale, zone: string): Tick[] {
  const days = (scale.end - scale.start) / DAY;
  const found: Tick[] = [];
  const last = dayKey(scale.end - 1, zone);
  for (let key = dayKey(scale.start, zone); key <= last; key = addDays(key, 1)) {
    const monthStart = key.endsWith("-01");
    if (days > 70 && !monthStart) continue;
    const year = key.endsWith("-01-01") ? key.slice(0, 4) : formatMonth(key, locale);
    const label = days > 70 ? year : key.slice(5);
    found.push({ share: scale.toShare(dayStart(key, zone)), label });
  }
  const every = Math.ceil(found.length / 14);
  // A label that begins at the very end would be cut off.
  return found.filter((it, i) => i % every === 0 && it.share < LAST_LABEL);
}
