"use client";

import { useMemo } from "react";
import type { TipText } from "@/components/charts/plot/tip";
import type { Layer, TimePoint } from "@/components/charts/time/time-chart-props";
import { useText } from "@/components/use-text";
import type { Growth, Unit } from "@/lib/storage/views";
import { useFigures } from "../frame/use-figures";
import { useSeriesNames } from "../frame/use-series-names";
import { growthTwin } from "./growth-twin";
import { bucketsOverTime, layersOf, sumOf } from "./layers";

const LEAST_BUCKETS = 7;

/** Everything the picture of growth and its table are made of. */
export function useGrowthModel(growth: Growth, unit: Unit) {
  const { storage: t } = useText();
  const names = useSeriesNames(growth.split);
  const figures = useFigures(growth.zone);
  return useMemo(() => {
    const { starts, end, step, asOf } = growth;
    const { layers, parts } = layersOf(growth.series, unit, names);
    const points = bucketsOverTime(growth, parts, unit);
    const totals = points.map((it) => sumOf(it.values));
    const most = Math.max(...totals, 0);
    const last = starts.length - 1;
    const value = (amount: number) => figures.value(unit, amount);
    const name = (index: number) => {
      const bucket = figures.bucket(starts[Math.min(index, last)] ?? 0, step);
      return index >= last && asOf < end ? t.growth.soFar(bucket) : bucket;
    };
    const per = t.growth.per[step];
    const [first = 0] = starts;
    return {
      title: `${t.growth.title} ${per}`,
      layers,
      points,
      // The first day of an archive is a bar among days, not a wall.
      from: Math.min(first, end - ((end - first) / Math.max(1, starts.length)) * LEAST_BUCKETS),
      ticks: figures.ticks(unit, most),
      summary: t.growth.summary(per, name(0), name(last), value(most), name(totals.indexOf(most))),
      twin: growthTwin({ growth, unit, figures, names, text: t }),
      tip: (index: number) => tipOf(name(index), layers, points[index], value, t.total),
    };
  }, [growth, unit, names, figures, t]);
}

function tipOf(
  title: string,
  layers: readonly Layer[],
  point: TimePoint | undefined,
  value: (amount: number) => string,
  together: string,
): TipText {
  const values = point?.values ?? [];
  const lines = layers.map(({ label, ink }, i) => ({ label, ink, value: value(values[i] ?? 0) }));
  const total = { label: together, value: value(sumOf(values)), strong: true };
  return { title, lines: layers.length > 1 ? [...lines.reverse(), total] : [total] };
}
