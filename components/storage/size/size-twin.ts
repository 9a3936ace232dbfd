import { said, type Twin } from "@/components/charts/twin/twin";
import type { StorageTexts } from "@/lib/i18n/en/storage";
import type { Growth, Series, Unit } from "@/lib/storage/views";
import type { Figures } from "../frame/use-figures";
import type { Expected } from "./expected";
import { blanksOf, expectedRows } from "./forecast-words";

type Input = {
  growth: Growth;
  unit: Unit;
  expected: Expected;
  figures: Figures;
  names: { name: (series: Series) => string };
  text: StorageTexts;
};

/** Sizes at the end of each bucket, the newest first, every series for itself; then what is expected. */
export function sizeTwin({ growth, unit, expected, figures, names, text }: Input): Twin {
  const { series, starts, step } = growth;
  const number = (name: string) => ({ name, number: true });
  const blanks = blanksOf(expected);
  const columns = [
    { name: text.size.until[step] },
    ...series.map((it) => number(names.name(it))),
    number(text.total),
    ...(blanks.length > 0 ? [number(text.size.low), number(text.size.high)] : []),
  ];
  const sums = series.map((it) => it.before[unit]);
  const known = starts.map((start, bucket) => {
    for (const [i, it] of series.entries()) sums[i] = (sums[i] ?? 0) + (it[unit][bucket] ?? 0);
    const total = sums.reduce((sum, it) => sum + it, 0);
    return {
      key: String(start),
      cells: [
        said(figures.bucket(start, step)),
        ...sums.map((it) => figures.cell(unit, it)),
        figures.cell(unit, total),
        ...blanks,
      ],
    };
  });
  const rows = expectedRows(expected, unit, series.length, { figures, t: text });
  return { columns, rows: [...known.reverse(), ...rows] };
}
