import type { Layer, TimePoint } from "@/components/charts/time/time-chart-props";
import type { Growth, Series, Unit } from "@/lib/storage/views";

/** More shades of one hue than this cannot be told apart. */
const MOST_LAYERS = 5;
const FEW = ["var(--data-1)", "var(--data-2)", "var(--data-3)"];
const MANY = ["var(--heat-5)", "var(--heat-4)", "var(--heat-3)", "var(--heat-2)", "var(--heat-1)"];
export const REST = "rest";

/** Series as layers from the bottom upwards: the largest on top and strongest, what is left over below. */
export type Layered = {
  layers: Layer[];
  /** Which series each layer is made of. */
  parts: Series[][];
};

type Names = { name: (series: Series) => string; rest: (count: number) => string };

export function layersOf(series: readonly Series[], unit: Unit, names: Names): Layered {
  const size = (it: Series) => it.before[unit] + it[unit].reduce((sum, value) => sum + value, 0);
  const sorted = series.filter((it) => size(it) > 0).sort((a, b) => size(b) - size(a));
  const own = sorted.length <= MOST_LAYERS + 1 ? sorted.length : MOST_LAYERS;
  const inks = own <= FEW.length ? FEW : MANY;
  const found = sorted.slice(0, own).map((it, i) => ({
    layer: {
      key: it.key,
      label: names.name(it),
      ink: inkOf(it.key, inks[i] ?? "var(--data-quiet)"),
    },
    parts: [it],
  }));
  const left = sorted.slice(own);
  if (left.length > 0) {
    const layer = { key: REST, label: names.rest(left.length), ink: "var(--data-quiet)" };
    found.push({ layer, parts: left });
  }
  found.reverse();
  return { layers: found.map((it) => it.layer), parts: found.map((it) => it.parts) };
}

/** A second hue only where it carries a meaning: violet is encrypted, on every page. */
function inkOf(key: string, ink: string): string {
  return key === "encrypted" ? "var(--sealed-edge)" : ink;
}

/** Sums at the beginning of the first bucket and the end of each; the last ends now at the latest. */
export function sizesOverTime(
  { starts, end, asOf }: Growth,
  parts: Series[][],
  unit: Unit,
): TimePoint[] {
  const first = starts[0];
  if (first === undefined) return [];
  const sums = parts.map((list) => list.reduce((sum, it) => sum + it.before[unit], 0));
  const points: TimePoint[] = [{ at: first, values: [...sums] }];
  for (const i of starts.keys()) {
    for (const [layer, list] of parts.entries()) {
      sums[layer] = list.reduce((sum, it) => sum + (it[unit][i] ?? 0), sums[layer] ?? 0);
    }
    points.push({
      at: Math.min(starts[i + 1] ?? end, Math.max(asOf, first + 1)),
      values: [...sums],
    });
  }
  return points;
}

/** One value a bucket, from its beginning; the last point closes the last bucket. */
export function bucketsOverTime(
  { starts, end }: Growth,
  parts: Series[][],
  unit: Unit,
): TimePoint[] {
  const points = starts.map((at, i) => ({
    at,
    values: parts.map((list) => list.reduce((sum, it) => sum + (it[unit][i] ?? 0), 0)),
  }));
  const last = points.at(-1);
  return last ? [...points, { at: end, values: last.values }] : [];
}

export const sumOf = (values: readonly number[]) => values.reduce((sum, it) => sum + it, 0);
