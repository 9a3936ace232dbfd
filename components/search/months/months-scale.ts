import { addDays, formatMonth } from "@/lib/format/day";
import type { Locale } from "@/lib/format/locale";
import type { MatchMonths } from "@/lib/search/views";

export type Month = MatchMonths["months"][number];

/** Few months are bars among empty ones, not walls. */
const LEAST = 18;

/** Months on the x axis, all of the same width; shares are of the width of the plot. */
export type MonthsScale = { slots: number; offset: number };

export function monthsScale(months: readonly Month[]): MonthsScale {
  const slots = Math.max(LEAST, months.length);
  return { slots, offset: Math.floor((slots - months.length) / 2) };
}

/** The month under a place of the plot, or the nearest one. */
export function monthAt(months: readonly Month[], scale: MonthsScale, share: number): number {
  const slot = Math.floor(share * scale.slots) - scale.offset;
  return Math.min(months.length - 1, Math.max(0, slot));
}

export function shareOf(scale: MonthsScale, index: number): number {
  return (scale.offset + index) / scale.slots;
}

/** Bars as one path; a month with hits is never invisible. */
export function monthBars(
  months: readonly Month[],
  scale: MonthsScale,
  size: { width: number; height: number },
  shown: (month: Month, index: number) => boolean = () => true,
): string {
  const most = Math.max(1, ...months.map((it) => it.count));
  const slot = size.width / scale.slots;
  const gap = Math.min(4, slot * 0.16);
  return months
    .map((month, index) => {
      if (month.count === 0 || !shown(month, index)) return "";
      const x = shareOf(scale, index) * size.width + gap / 2;
      const h = Math.max(1.5, (month.count / most) * size.height);
      const w = slot - gap;
      return `M${x.toFixed(1)} ${size.height}h${w.toFixed(1)}v${(-h).toFixed(1)}h${(-w).toFixed(1)}z`;
    })
    .join("");
}

/** Short names under the bars; a January and the first one carry the year. */
export function monthTicks(months: readonly Month[], scale: MonthsScale, locale: Locale) {
  const every = [1, 2, 3, 6, 12].find((it) => months.length / it <= 14) ?? 24;
  return months.flatMap(({ month }, index) => {
    const number = Number(month.slice(5));
    if ((number - 1) % every !== 0) return [];
    const year = number === 1 ? month.slice(0, 4) : shortMonth(month, locale);
    const label = index === 0 && every < 12 ? month : year;
    return [{ month, share: shareOf(scale, index), label }];
  });
}

function shortMonth(month: string, locale: Locale): string {
  return formatMonth(`${month}-01`, locale);
}

/** First and last day of the months from one to another, both inclusive. */
export function daysOf(from: string, to: string): { after: string; before: string } {
  const next = addDays(`${to}-28`, 4).slice(0, 8);
  return { after: `${from}-01`, before: addDays(`${next}01`, -1) };
}
