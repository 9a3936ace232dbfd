import { said, type Twin } from "@/components/charts/twin/twin";
import type { StorageTexts } from "@/lib/i18n/en/storage";
import type { Growth, Series, Unit } from "@/lib/storage/views";
import type { Figures } from "../frame/use-figures";
import { sumOf } from "./layers";

type Input = {
  growth: Growth;
  unit: Unit;
  figures: Figures;
  names: { name: (series: Series) => string };
  text: StorageTexts;
};

/** What came in each bucket, the newest first, every series for itself. */
export function growthTwin({ growth, unit, figures, names, text }: Input): Twin {
  const { series, starts, step } = growth;
  const number = (name: string) => ({ name, number: true });
  const rows = starts.map((start, i) => ({
    key: String(start),
    cells: [
      said(figures.bucket(start, step)),
      ...series.map((it) => figures.cell(unit, it[unit][i] ?? 0)),
      figures.cell(unit, sumOf(series.map((it) => it[unit][i] ?? 0))),
    ],
  }));
  return {
    columns: [
      { name: text.growth.bucket[step] },
      ...series.map((it) => number(names.name(it))),
      number(text.total),
    ],
    rows: rows.reverse(),
  };
}
