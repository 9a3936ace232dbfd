import type { DiskPoint, DiskSizes, Growth } from "./views";

/** More points than a screen has room for say nothing more. */
const MOST_POINTS = 1_500;

/** The first sample: when, what all of the database took, and the bytes of stanzas at that time. */
export type FirstSample = { at: number; bytes: number; stanzaBytes: number | null };

/**
 * Sizes before anything was measured: what is left of the stanzas at the end of each bucket, times what a byte of
 * them took when measuring began. Nothing where that is not known.
 */
export function estimatedSizes(growth: Growth, first: FirstSample | null): DiskSizes["estimated"] {
  const { starts, end, asOf, series } = growth;
  if (!first?.stanzaBytes || starts[0] === undefined) return [];
  const each = first.bytes / first.stanzaBytes;
  let sum = series.reduce((total, it) => total + it.before.bytes, 0);
  const points = [{ at: starts[0], bytes: sum * each }];
  for (const i of starts.keys()) {
    sum += series.reduce((total, it) => total + (it.bytes[i] ?? 0), 0);
    points.push({ at: Math.min(starts[i + 1] ?? end, asOf), bytes: sum * each });
  }
  const before = points.filter((it) => it.at < first.at);
  // As far as the first sample, so that there is no gap between the two.
  const after = points.find((it) => it.at >= first.at);
  return after && before.length > 0 ? [...before, { at: first.at, bytes: first.bytes }] : before;
}

/** Every so many, the last one always. */
export function thinned(points: readonly DiskPoint[], most = MOST_POINTS): DiskPoint[] {
  const every = Math.ceil(points.length / most);
  return points.filter((_, i) => (points.length - 1 - i) % every === 0);
}

export const diskTotal = ({ at: _, ...parts }: DiskPoint): number =>
  Object.values(parts).reduce((sum, it) => sum + it, 0);
