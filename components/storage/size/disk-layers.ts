import type { Layer, TimePoint } from "@/components/charts/time/time-chart-props";
import { DISK_PARTS, type DiskPart, type DiskPoint, type DiskSizes } from "@/lib/storage/views";

export const ESTIMATED = "estimated";
type Key = DiskPart | typeof ESTIMATED;

/** The same inks as the bar of the whole database; the archive's own stand on top. */
export const DISK_INKS: Record<Key, string> = {
  estimated: "var(--rule-strong)",
  heap: "var(--data-1)",
  toast: "var(--heat-4)",
  indexes: "var(--data-2)",
  prosody: "var(--data-3)",
  console: "var(--heat-1)",
  other: "var(--data-quiet)",
};

export type DiskLayered = {
  /** From the bottom upwards; of nothing there is no layer. */
  keys: Key[];
  layers: Layer[];
  points: TimePoint[];
  /** How many of the points are estimated. */
  estimated: number;
};

/** Estimates as one layer, and where measuring began the parts in its place. */
export function diskLayers(sizes: DiskSizes, name: (key: Key) => string): DiskLayered {
  const { estimated, measured } = sizes;
  const has = (part: DiskPart) => measured.some((it) => it[part] > 0);
  const parts = DISK_PARTS.filter(has).toReversed();
  const keys: Key[] = [...(estimated.length > 0 ? [ESTIMATED as Key] : []), ...parts];
  const values = (of: (key: Key) => number) => keys.map(of);
  return {
    keys,
    layers: keys.map((key) => ({ key, label: name(key), ink: DISK_INKS[key] })),
    points: [
      ...estimated.map(({ at, bytes }) => ({
        at,
        values: values((key) => (key === ESTIMATED ? bytes : 0)),
      })),
      ...measured.map((point: DiskPoint) => ({
        at: point.at,
        values: values((key) => (key === ESTIMATED ? 0 : point[key])),
      })),
    ],
    estimated: estimated.length,
  };
}
