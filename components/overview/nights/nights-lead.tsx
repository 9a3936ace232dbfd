"use client";

import { type Figures, useFigures } from "@/components/storage/frame/use-figures";
import { useText } from "@/components/use-text";
import { formatStamp } from "@/lib/format/stamp";
import type { OverviewTexts } from "@/lib/i18n/en/overview";
import type { Nights, NightTarget } from "@/lib/overview/views";

/** Runs further apart than this are not one moment. */
const SAME_SECONDS = 3_600;

/** What goes next, in a sentence; or that nothing does. */
export function NightsLead({ nights }: { nights: Nights }) {
  const t = useText().overview.nights;
  const figures = useFigures();
  const { state, known, targets, never, off } = nights;
  if (targets.length === 0) {
    if (!known) return null;
    const said = never.length === 0 && off.length > 0 ? t.off : t.never;
    return <p className="lead">{said}</p>;
  }
  if (state !== "ready") return <p className="lead">{t.uncounted}</p>;
  const rows = sum(targets.map((it) => it.rows[0] ?? 0));
  const overdue = sum(targets.map((it) => it.overdue.rows));
  if (rows === 0) return <p className="lead">{firstOf(targets, t, figures)}</p>;
  const at = commonRun(targets);
  return (
    <p className="lead">
      {at === null
        ? t.leadSome
        : t.lead(`${formatStamp(at, figures.zone, "clock")} ${figures.zone}`)}
      <b className="num">{t.rows(figures.value("rows", rows))}</b>
      {stampsOf(targets, t, figures.day)}
      {overdue > 0 && ` ${t.overdue(`≈ ${figures.value("rows", overdue)}`)}`}
    </p>
  );
}

const sum = (values: readonly number[]) => values.reduce((total, it) => total + it, 0);

/** Nothing goes with the next run: the first that takes something. */
function firstOf(targets: readonly NightTarget[], t: Said, figures: Figures): string {
  const count = targets[0]?.rows.length ?? 0;
  for (let night = 1; night < count; night += 1) {
    const rows = sum(targets.map((it) => it.rows[night] ?? 0));
    const at = Math.min(...targets.map((it) => it.nextRunAt)) + night * 86_400;
    if (rows > 0) return t.later(`≈ ${figures.value("rows", rows)}`, figures.day(at));
  }
  return t.none;
}

/** null: runs are spread over the day, or their moments are not known. */
function commonRun(targets: readonly NightTarget[]): number | null {
  const real = targets.filter((it) => (it.rows[0] ?? 0) > 0);
  const times = (real.length > 0 ? real : targets).map((it) => it.nextRunAt);
  const first = Math.min(...times);
  const known = targets.every((it) => it.known);
  return known && Math.max(...times) - first <= SAME_SECONDS ? first : null;
}

type Said = OverviewTexts["nights"];

function stampsOf(targets: readonly NightTarget[], t: Said, day: (at: number) => string): string {
  const lastDays = (fits: (it: NightTarget) => boolean) => [
    ...new Set(targets.filter(fits).map((it) => day(it.nextRunAt - it.expiresAfterSeconds))),
  ];
  const isRoom = (it: NightTarget) => it.store === "muc_log";
  const [rooms, others] = [lastDays(isRoom), lastDays((it) => !isRoom(it))];
  const every = [...new Set([...rooms, ...others])];
  if (every.length === 1) return t.stamped(every[0] ?? "");
  if (rooms.length === 1 && others.length === 1)
    return t.stampedBoth(others[0] ?? "", rooms[0] ?? "");
  return t.stampedMany;
}
