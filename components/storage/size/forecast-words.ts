import type { TimeChartProps } from "@/components/charts/time/time-chart-props";
import { said, type Twin, type TwinCell } from "@/components/charts/twin/twin";
import { spellSpan } from "@/lib/format/duration";
import type { StorageTexts } from "@/lib/i18n/en/storage";
import type { Forecast, ForecastUnit, StoreLife } from "@/lib/storage/views";
import type { Figures } from "../frame/use-figures";
import type { Expected } from "./expected";

type Words = { figures: Figures; t: StorageTexts };

export function limitWords({ limit }: Expected, { figures, t }: Words): TimeChartProps["limit"] {
  if (!limit?.shown) return null;
  const { source, value, bytes } = limit;
  const size = figures.value("bytes", bytes);
  const [long, short] =
    source === "volume"
      ? [t.size.volume(size), t.size.volumeShort(size)]
      : [t.size.limit(size), t.size.limitShort(size)];
  return { value, label: long, short };
}

export function fullWords({ fullAt }: Expected, { figures, t }: Words): TimeChartProps["full"] {
  if (!fullAt) return null;
  const short = t.size.full(figures.month(fullAt.at));
  return { at: fullAt.at, label: withBand(fullAt, figures.month, t), short };
}

type FullAt = NonNullable<Forecast["fullAt"]>;

/** With the earliest and the latest, where they are another month, or another day. */
function withBand({ at, from, to }: FullAt, name: (at: number) => string, t: StorageTexts): string {
  if (from === null) return t.size.full(name(at));
  if (to === null) return t.size.fullFrom(name(at), name(from));
  return name(from) === name(to)
    ? t.size.full(name(at))
    : t.size.fullBetween(name(at), name(from), name(to));
}

/** The sentence for who does not see the picture. */
export function reachedSaid({ limit, fullAt }: Expected, { figures, t }: Words): string | null {
  if (!limit) return null;
  return fullAt ? t.size.fullSaid(withBand(fullAt, figures.month, t)) : t.size.neverFull;
}

/** What a forecast goes by, and what it leaves out. */
export function forecastNotes(
  expected: Expected,
  forecast: Forecast | null,
  { figures, t }: Words,
): string[] {
  if (expected.points.length === 0 || !forecast) return [];
  const { basedOnDays, band, lives } = forecast;
  return [
    t.size.noteForecast(basedOnDays),
    ...lifeNotes(lives, figures, t),
    band === "past-errors" ? t.size.notePastErrors : t.size.noteSpread,
  ];
}

function lifeNotes(lives: readonly StoreLife[], { locale }: Figures, t: StorageTexts): string[] {
  const unknown = lives.filter((it) => it.expiresAfterSeconds === "unknown");
  if (unknown.length > 0 && unknown.length === lives.length) return [t.size.noteLifeUnknown];
  const overdue = lives.filter((it) => it.overdue);
  const spans = lives
    .filter((it) => !it.overdue)
    .map((it) => it.expiresAfterSeconds)
    .filter((it) => typeof it === "number")
    .sort((a, b) => a - b);
  const spell = (seconds: number | undefined) => spellSpan(seconds ?? 0, locale);
  const notes: string[] = [];
  if (spans.length > 0) notes.push(t.size.noteExpires(spell(spans[0]), spell(spans.at(-1))));
  else if (lives.length > unknown.length + overdue.length) notes.push(t.size.noteKept);
  if (unknown.length > 0) notes.push(t.size.noteLifePartly(namesOf(unknown)));
  if (overdue.length > 0) notes.push(t.size.noteOverdue(namesOf(overdue)));
  return notes;
}

const namesOf = (lives: readonly StoreLife[]) =>
  lives.map((it) => `${it.host} (${it.store})`).join(", ");

type Row = Twin["rows"][number];
const NONE: TwinCell = { text: "", value: null };

/** Below what is known: what is expected, and the day the limit is reached. `blanks`: columns before the sum. */
export function expectedRows(
  { points, limit, fullAt }: Expected,
  unit: ForecastUnit,
  blanks: number,
  { figures, t }: Words,
): Row[] {
  const none = Array.from({ length: blanks }, () => NONE);
  const rows: Row[] = points.slice(1).map(({ at, low, mid, high }) => ({
    key: `ahead-${at}`,
    cells: [
      { text: `≈ ${figures.day(at)}`, value: figures.day(at) },
      ...none,
      ...[mid, low, high].map((it) => figures.cell(unit, it)),
    ],
  }));
  if (limit && fullAt && rows.length > 0) {
    const name = t.size.fullRow(withBand(fullAt, figures.day, t));
    rows.push({
      key: "limit",
      cells: [said(name), ...none, figures.cell(unit, limit.value), NONE, NONE],
    });
  }
  return rows;
}

/** Of what is known, in the columns of the expected. */
export const blanksOf = ({ points }: Expected): TwinCell[] =>
  points.length > 1 ? [NONE, NONE] : [];
