"use client";

import { useMemo } from "react";
import { useText } from "@/components/use-text";
import type { Forecast, Growth, Unit } from "@/lib/storage/views";
import { useFigures } from "../frame/use-figures";
import { useSeriesNames } from "../frame/use-series-names";
import { expectedOf } from "./expected";
import { layersOf, sizesOverTime, sumOf } from "./layers";
import { type SizeModel, tipOf, withNotes } from "./size-model";
import { sizeTwin } from "./size-twin";
import { useSizeWords } from "./use-size-words";

/** Sizes in rows or bytes of stanzas. `past`: the range ends before now. */
export function useSizeModel(
  growth: Growth,
  forecast: Forecast | null,
  unit: Unit,
  past: boolean,
): SizeModel {
  const { storage: t } = useText();
  const names = useSeriesNames(growth.split);
  const figures = useFigures(growth.zone);
  const words = useSizeWords(growth, unit);
  return useMemo(() => {
    const { layers, parts } = layersOf(growth.series, unit, names);
    const points = sizesOverTime(growth, parts, unit);
    const [first, last] = [points[0], points.at(-1)];
    const from = first?.at ?? 0;
    const known = last?.at ?? 1;
    const expected = expectedOf(past ? null : forecast, {
      from,
      known,
      now: sumOf(last?.values ?? []),
    });
    const value = (amount: number) => figures.value(unit, amount);
    const noted = withNotes(layers, last, value);
    const most = Math.max(...points.map((it) => sumOf(it.values)), expected.most, 1);
    return {
      layers: noted,
      legend: [...noted].reverse(),
      points,
      from,
      known,
      to: Math.max(known, expected.points.at(-1)?.at ?? known),
      ahead: expected.points,
      limit: words.limit(expected),
      full: words.full(expected),
      ticks: figures.ticks(unit, most),
      note: words.note(expected, forecast),
      summary: words.summary(first, last, noted, expected),
      twin: sizeTwin({ growth, unit, expected, figures, names, text: t }),
      tip: tipOf({ layers: noted, points, expected, when: words.when, value, text: t }),
    };
  }, [growth, forecast, unit, past, names, figures, words, t]);
}
