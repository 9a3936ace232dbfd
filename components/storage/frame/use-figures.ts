"use client";

import { useMemo } from "react";
import { byteTicks, countTicks, type ValueTick } from "@/components/charts/scale/nice-ticks";
import type { TwinCell } from "@/components/charts/twin/twin";
import { usePreferences } from "@/components/preferences";
import { formatBytes } from "@/lib/format/bytes";
import { dayKey } from "@/lib/format/day";
import type { Locale } from "@/lib/format/locale";
import { formatNumber } from "@/lib/format/number";
import { formatStamp } from "@/lib/format/stamp";
import type { ForecastUnit, Step } from "@/lib/storage/views";

/** Figures as the page writes them, in the language and zone of the reader. */
export function useFigures(zone?: string): Figures {
  const { locale, zone: lens } = usePreferences();
  return useMemo(() => figuresOf(locale, zone ?? lens), [locale, zone, lens]);
}

export type Figures = ReturnType<typeof figuresOf>;

export function figuresOf(locale: Locale, zone: string) {
  const value = (unit: ForecastUnit, amount: number) =>
    unit === "rows" ? formatNumber(amount, locale) : formatBytes(amount, locale);
  return {
    locale,
    zone,
    value,
    cell: (unit: ForecastUnit, amount: number): TwinCell => ({
      text: value(unit, amount),
      value: Math.round(amount),
    }),
    day: (seconds: number) => dayKey(seconds, zone),
    minute: (seconds: number) => formatStamp(seconds, zone),
    month: (seconds: number) => dayKey(seconds, zone).slice(0, 7),
    /** Of the beginning of a bucket. */
    bucket: (seconds: number, step: Step) =>
      dayKey(seconds, zone).slice(0, step === "month" ? 7 : 10),
    ticks:
      (unit: ForecastUnit, most: number) =>
      (count: number): ValueTick[] =>
        unit === "rows" ? countTicks(most, locale, count) : byteTicks(most, locale, count),
  };
}
