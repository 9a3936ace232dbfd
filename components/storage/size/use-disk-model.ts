"use client";

import { useMemo } from "react";
import { useText } from "@/components/use-text";
import type { StorageTexts } from "@/lib/i18n/en/storage";
import type { DiskSizes, Forecast } from "@/lib/storage/views";
import { type Figures, useFigures } from "../frame/use-figures";
import { diskLayers, ESTIMATED } from "./disk-layers";
import { diskTwin } from "./disk-twin";
import { type Expected, expectedOf } from "./expected";
import { forecastNotes, fullWords, limitWords } from "./forecast-words";
import { sumOf } from "./layers";
import { type SizeModel, tipOf, withNotes } from "./size-model";
import { summaryOf } from "./use-size-words";

/** What the database takes on disk. `forecast` null: none, or the range ends before now. */
export function useDiskModel(sizes: DiskSizes, forecast: Forecast | null): SizeModel {
  const { storage: t, tables } = useText();
  const figures = useFigures(sizes.zone);
  return useMemo(() => {
    const layered = diskLayers(sizes, (key) =>
      key === ESTIMATED ? t.disk.estimated : tables.parts[key],
    );
    const { points } = layered;
    const [first, last] = [points[0], points.at(-1)];
    const from = first?.at ?? sizes.from;
    const known = Math.max(last?.at ?? sizes.end, from + 1);
    const expected = expectedOf(forecast, { from, known, now: sumOf(last?.values ?? []) });
    const value = (amount: number) => figures.value("bytes", amount);
    const noted = withNotes(layered.layers, last, value).map((layer) =>
      // What is estimated is over when something is measured: it is nothing now.
      layer.key === ESTIMATED ? { ...layer, note: "" } : layer,
    );
    const most = Math.max(...points.map((it) => sumOf(it.values)), expected.most, 1);
    const words = { figures, t };
    return {
      layers: noted,
      legend: [...noted].reverse(),
      points,
      from,
      known,
      to: Math.max(known, expected.points.at(-1)?.at ?? known),
      ahead: expected.points,
      limit: limitWords(expected, words),
      full: fullWords(expected, words),
      ticks: figures.ticks("bytes", most),
      note: noteOf(sizes, expected, forecast, figures, t),
      summary: summaryOf({
        ...{ by: t.disk.by, unit: "bytes", first, last },
        ...{ layers: noted, expected, figures, t },
      }),
      twin: diskTwin({ layered, expected, figures, text: t }),
      tip: tipOf({
        ...{ layers: noted, points, expected, value, text: t },
        when: whenOf(points.length, layered.estimated, figures),
      }),
    };
  }, [sizes, forecast, figures, t, tables]);
}

/** A sample has a time of day, what is estimated or expected only a day. */
function whenOf(known: number, estimated: number, { day, minute }: Figures) {
  return (at: number, index: number) =>
    index < estimated || index >= known ? `≈ ${day(at)}` : minute(at);
}

function noteOf(
  { first, last, estimated }: DiskSizes,
  expected: Expected,
  forecast: Forecast | null,
  figures: Figures,
  t: StorageTexts,
): string {
  return [
    first === null || last === null
      ? t.disk.noteNotYet
      : t.disk.noteMeasured(figures.day(first), figures.minute(last)),
    t.disk.noteNow,
    ...(estimated.length > 0 ? [t.disk.noteEstimated] : []),
    ...forecastNotes(expected, forecast, { figures, t }),
    t.disk.noteFiles,
  ].join(" ");
}
