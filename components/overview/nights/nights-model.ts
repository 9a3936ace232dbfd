import { said, type Twin } from "@/components/charts/twin/twin";
import type { Figures } from "@/components/storage/frame/use-figures";
import { addDays } from "@/lib/format/day";
import { formatStamp } from "@/lib/format/stamp";
import type { OverviewTexts } from "@/lib/i18n/en/overview";
import type { Nights, NightTarget } from "@/lib/overview/views";

export type NightLayer = { key: keyof typeof STORES | "others"; label: string; ink: string };
export type NightBar = { day: string; label: string; values: number[]; total: number };

const STORES = { rooms: ["muc_log"], files: ["uploads"], people: ["archive", "archive2"] } as const;
const INKS = ["var(--data-3)", "var(--data-quiet)", "var(--heat-1)", "var(--data-2)"];
const EVENING = 18;
const MORNING = 6;

type Said = OverviewTexts["nights"];

const groupOf = (store: string): NightLayer["key"] =>
  (Object.keys(STORES) as (keyof typeof STORES)[]).find((key) =>
    (STORES[key] as readonly string[]).includes(store),
  ) ?? "others";

/** The next nights, stacked by what goes: rooms below, people on top. */
export function nightsModel({ targets }: Nights, t: Said, figures: Figures) {
  const first = targets[0];
  const start = first ? figures.day(first.nextRunAt) : "";
  const keys = (["rooms", "files", "others", "people"] as const).filter((key) =>
    targets.some((it) => groupOf(it.store) === key && it.rows.some((rows) => rows > 0)),
  );
  const layers = keys.map(
    (key): NightLayer => ({
      key,
      label: t[key],
      ink: INKS[["rooms", "files", "others", "people"].indexOf(key)] ?? "",
    }),
  );
  const bars = (first?.rows ?? []).map((_, night): NightBar => {
    const day = addDays(start, night);
    const values = keys.map((key) => sumOf(targets, key, night));
    const total = values.reduce((sum, it) => sum + it, 0);
    return { day, label: night === 0 ? firstName(first, t, figures) : day, values, total };
  });
  const all = bars.reduce((sum, it) => sum + it.total, 0);
  return { layers, bars, all, twin: twinOf(layers, bars, t, figures) };
}

const sumOf = (targets: readonly NightTarget[], key: NightLayer["key"], night: number) =>
  targets
    .filter((it) => groupOf(it.store) === key)
    .reduce((sum, it) => sum + (it.rows[night] ?? 0), 0);

/** "tonight" only when it is one on the reader's clock. */
function firstName(target: NightTarget | undefined, t: Said, { zone }: Figures): string {
  if (!target?.known) return t.first;
  const hour = Number(formatStamp(target.nextRunAt, zone, "clock").slice(0, 2));
  return hour >= EVENING || hour < MORNING ? t.tonight : t.first;
}

function twinOf(
  layers: readonly NightLayer[],
  bars: readonly NightBar[],
  t: Said,
  figures: Figures,
): Twin {
  const number = (name: string) => ({ name, number: true });
  return {
    columns: [
      { name: t.night },
      ...[...layers].reverse().map((it) => number(it.label)),
      number(t.together),
    ],
    rows: bars.map(({ day, values, total }) => ({
      key: day,
      cells: [
        said(day),
        ...[...values].reverse().map((it) => figures.cell("rows", it)),
        figures.cell("rows", total),
      ],
    })),
  };
}
