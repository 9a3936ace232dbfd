"use client";

import { useMemo } from "react";
import type { Layer, TimePoint } from "@/components/charts/time/time-chart-props";
import { useText } from "@/components/use-text";
import type { StorageTexts } from "@/lib/i18n/en/storage";
import type { Forecast, Growth, Unit } from "@/lib/storage/views";
import { type Figures, useFigures } from "../frame/use-figures";
import type { Expected } from "./expected";
import { forecastNotes, fullWords, limitWords, reachedSaid } from "./forecast-words";
import { sumOf } from "./layers";

/** The sentences of the picture of sizes. */
export function useSizeWords(growth: Growth, unit: Unit) {
  const t = useText().storage;
  const figures = useFigures(growth.zone);
  return useMemo(() => {
    const words = { figures, t };
    return {
      limit: (expected: Expected) => limitWords(expected, words),
      full: (expected: Expected) => fullWords(expected, words),
      when: (at: number, index: number) => {
        // A point stands at the end of a bucket: it is called by the bucket it ends.
        const start = growth.starts[index - 1];
        if (index === 0) return figures.day(at);
        return start === undefined ? `≈ ${figures.day(at)}` : figures.bucket(start, growth.step);
      },
      note: (expected: Expected, forecast: Forecast | null) =>
        [
          t.size.noteLeft,
          ...forecastNotes(expected, forecast, words),
          ...(growth.split === "kind" ? [t.size.noteUtc] : []),
          ...(unit === "bytes" ? [t.size.noteStanzas] : []),
          t.size.noteCopies,
        ].join(" "),
      summary: (
        first: TimePoint | undefined,
        last: TimePoint | undefined,
        layers: readonly Layer[],
        expected: Expected,
      ) => {
        const by = t.splits[growth.split];
        return summaryOf({ by, unit, first, last, layers, expected, figures, t });
      },
    };
  }, [growth, unit, figures, t]);
}

type SummaryInput = {
  by: string;
  unit: Unit;
  first: TimePoint | undefined;
  last: TimePoint | undefined;
  layers: readonly Layer[];
  expected: Expected;
  figures: Figures;
  t: StorageTexts;
};

export function summaryOf({ by, unit, first, last, layers, expected, figures, t }: SummaryInput) {
  const { value, day } = figures;
  if (!first || !last) return t.abstract.empty;
  const sum = (point: TimePoint) => value(unit, sumOf(point.values));
  const reached = reachedSaid(expected, { figures, t });
  return [
    t.size.summary(by, day(first.at), day(last.at), sum(first), sum(last)),
    `${[...layers]
      .reverse()
      .map((it) => t.size.of(it.label, it.note ?? ""))
      .join(", ")}.`,
    ...(reached === null ? [] : [reached]),
  ].join(" ");
}
