import type { LegendEntry } from "@/components/charts/frame/chart-frame";
import type { TipText } from "@/components/charts/plot/tip";
import type { ValueTick } from "@/components/charts/scale/nice-ticks";
import type {
  AheadPoint,
  Layer,
  TimeChartProps,
  TimePoint,
} from "@/components/charts/time/time-chart-props";
import type { Twin } from "@/components/charts/twin/twin";
import type { Expected } from "./expected";
import { sumOf } from "./layers";

/** Everything a picture of sizes and its table are made of. */
export type SizeModel = {
  layers: readonly Layer[];
  legend: readonly LegendEntry[];
  points: readonly TimePoint[];
  from: number;
  /** Where what is known ends. */
  known: number;
  to: number;
  ahead: readonly AheadPoint[];
  limit: TimeChartProps["limit"];
  full: TimeChartProps["full"];
  ticks: (count: number) => readonly ValueTick[];
  note: string;
  summary: string;
  twin: Twin;
  tip: (index: number) => TipText;
};

/** Layers with what they are at the last point. */
export function withNotes(
  layers: readonly Layer[],
  last: TimePoint | undefined,
  value: (amount: number) => string,
): Layer[] {
  return layers.map((layer, i) => ({ ...layer, note: value(last?.values[i] ?? 0) }));
}

type TipInput = {
  layers: readonly Layer[];
  points: readonly TimePoint[];
  expected: Expected;
  when: (at: number, index: number) => string;
  value: (amount: number) => string;
  text: { total: string; size: { expected: string; low: string; high: string } };
};

/** What stands beside each point, known or expected. */
export function tipOf({ layers, points, expected, when, value, text: t }: TipInput) {
  return (index: number): TipText => {
    const point = points[index];
    const ahead = expected.points[index - points.length + 1];
    if (!point && ahead) {
      return {
        title: when(ahead.at, index),
        lines: [
          { label: t.size.expected, value: `≈ ${value(ahead.mid)}`, strong: true },
          { label: t.size.low, value: value(ahead.low) },
          { label: t.size.high, value: value(ahead.high) },
        ],
      };
    }
    const values = point?.values ?? [];
    const lines = layers
      .map(({ label, ink }, i) => ({ label, ink, value: value(values[i] ?? 0) }))
      .reverse();
    const total = { label: t.total, value: value(sumOf(values)), strong: true };
    return {
      title: when(point?.at ?? 0, index),
      lines: layers.length > 1 ? [...lines, total] : lines,
    };
  };
}
