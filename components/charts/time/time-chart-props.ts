import type { ValueTick } from "../scale/nice-ticks";
import type { TimeTick } from "../scale/time-ticks";

/** One coloured layer; `ink` is a CSS colour, a token. */
export type Layer = { key: string; label: string; ink: string; note?: string };

/** `values` one a layer, from the bottom upwards. `at` in Unix seconds. */
export type TimePoint = { at: number; values: readonly number[] };

export type AheadPoint = { at: number; low: number; mid: number; high: number };

export type TimeChartProps = {
  width: number;
  height: number;
  /** From the bottom upwards. */
  layers: readonly Layer[];
  points: readonly TimePoint[];
  /** `step`: each value holds until the next point. */
  shape: "line" | "step";
  /** What is expected; begins where `points` end. Empty: nothing is. */
  ahead: readonly AheadPoint[];
  limit: { value: number; label: string; short: string } | null;
  /** Where the expected value meets the limit. */
  full: { at: number; label: string; short: string } | null;
  from: number;
  to: number;
  timeTicks: readonly TimeTick[];
  valueTicks: readonly ValueTick[];
  /** Layers are named beside their end; false: a legend does. */
  named: boolean;
  /** Under the end of what is known, when something is expected after it. */
  today: string;
};

/** Pixels round the plot. The numbers stand at the end, where the newest values are. */
export const INSET = { top: 24, right: 56, bottom: 24, left: 0 };
