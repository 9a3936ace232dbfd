import type { Arrivals } from "@/lib/storage/views";
import type { ArchiveSize } from "./views";

/** Of whole days: neither today nor, where nothing is older, the day of the oldest row. null: there was none. */
export function meanOf(arrivals: Arrivals, total: number): ArchiveSize["arrive"] {
  const { starts, rows, bytes } = arrivals;
  const sum = (values: readonly number[]) => values.reduce((all, it) => all + it, 0);
  const hasOlder = total > sum(rows);
  const begin = hasOlder ? 0 : rows.findIndex((it) => it > 0) + 1;
  const days = starts.length - 1 - begin;
  if (days < 1 || (!hasOlder && begin === 0)) return null;
  const mean = (values: readonly number[]) => sum(values.slice(begin, -1)) / days;
  return { rows: mean(rows), bytes: mean(bytes), days };
}
