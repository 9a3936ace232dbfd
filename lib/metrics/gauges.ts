import { Counter, Gauge } from "prom-client";
import type { OpenMetricsRegistry } from "@/lib/instruments/instruments";

export type Sample = { value: number; labels?: Record<string, string> };

type Series = {
  name: string;
  help: string;
  labels?: readonly string[];
  samples: readonly Sample[];
};

/** A value that may fall. Nothing appears where there is no sample: what is not known is absent, not zero. */
export function gauge(
  registry: OpenMetricsRegistry,
  { name, help, labels = [], samples }: Series,
): void {
  if (samples.length === 0) return;
  const metric = new Gauge({ name, help, labelNames: [...labels], registers: [registry] });
  for (const { value, labels: of = {} } of samples) metric.set(of, value);
}

/** A value that only grows, kept in the database; `name` ends in `_total`. */
export function counter(
  registry: OpenMetricsRegistry,
  { name, help, labels = [], samples }: Series,
): void {
  if (samples.length === 0) return;
  const metric = new Counter({ name, help, labelNames: [...labels], registers: [registry] });
  for (const { value, labels: of = {} } of samples) metric.inc(of, value);
}

/** No sample where the value is not known. */
export const known = (value: number | null): Sample[] => (value === null ? [] : [{ value }]);
