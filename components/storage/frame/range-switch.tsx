"use client";

import { useNow } from "@/components/preferences";
import { Segmented } from "@/components/ui/segmented";
import { useText } from "@/components/use-text";
import { addDays, dayKey } from "@/lib/format/day";
import type { StorageAddress } from "../use-storage-address";

const DAYS = { quarter: 91, year: 365 } as const;
type Range = keyof typeof DAYS | "all" | "own";

/** How much of the past is shown; a stretch that was dragged is named, with the way out. */
export function RangeSwitch({ address, zone }: { address: StorageAddress; zone: string }) {
  const t = useText().storage;
  const today = dayKey(useNow(), zone);
  const { from, to, set } = address;
  const start = (range: keyof typeof DAYS) => addDays(today, -DAYS[range]);
  const range: Range =
    from === null && to === null
      ? "all"
      : to === null && from === start("quarter")
        ? "quarter"
        : to === null && from === start("year")
          ? "year"
          : "own";
  const choose = (chosen: Range) => {
    if (chosen === "own") return;
    void set({ from: chosen === "all" ? null : start(chosen), to: null });
  };
  const options: { value: Range; label: string }[] = [
    { value: "quarter", label: t.ranges.quarter },
    { value: "year", label: t.ranges.year },
    { value: "all", label: t.ranges.all },
  ];
  if (range === "own") options.unshift({ value: "own", label: t.zoomed(from ?? "…", to ?? today) });
  return <Segmented label={t.rangeLabel} value={range} options={options} onValueChange={choose} />;
}
