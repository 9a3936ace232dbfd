import type { ArchiveSize, Nights } from "@/lib/overview/views";
import type { Totals } from "@/lib/storage/views";

/** What passes its age in a usual night: what should have gone before is no habit, and is left out. */
export function leavingPerDay({ targets }: Nights): Totals & { nights: number } {
  const nights = targets[0]?.rows.length ?? 1;
  const sum = (values: readonly number[]) => values.reduce((all, it) => all + it, 0);
  const mean = (unit: "rows" | "bytes") =>
    targets.reduce((all, it) => all + sum(it[unit]) - it.overdue[unit], 0) / nights;
  return { rows: mean("rows"), bytes: mean("bytes"), nights };
}

/**
 * Rows that come a day, less those that go. Where nobody knows what goes, the usual change of what is left; null: too
 * young to say.
 */
export function netRowsPerDay({ arrive, forecasts }: ArchiveSize, nights: Nights): number | null {
  const isKnown = nights.state === "ready" && nights.known && nights.unknown.length === 0;
  if (arrive && isKnown) return arrive.rows - leavingPerDay(nights).rows;
  return forecasts.rows?.perDay ?? null;
}
