"use client";

import { DragSpan } from "@/components/charts/plot/drag-span";
import { usePlotPointer } from "@/components/charts/plot/use-plot-pointer";
import { usePreferences } from "@/components/preferences";
import { useText } from "@/components/use-text";
import { type Month, monthAt, monthBars, monthsScale, monthTicks, shareOf } from "./months-scale";
import { useMonthKeys } from "./use-month-keys";

const SIZE = { width: 1104, height: 60 };

/** Chosen or kept, one of all, left out: the steps of the one hue of charts. */
const LOOKS = ["1", "2", "quiet"] as const;
type Look = (typeof LOOKS)[number];

type Props = {
  months: readonly Month[];
  /** Months the query keeps; empty: all. */
  kept: readonly string[];
  label: string;
  count: (month: Month) => string;
  onMonth: (month: string) => void;
  onRange: (from: string, to: string) => void;
};

/** Hits by month: click or Enter keeps a month, drag several, arrow keys choose. */
export function MonthsChart({ months, kept, label, count, onMonth, onRange }: Props) {
  const t = useText().search.months;
  const { locale } = usePreferences();
  const scale = monthsScale(months);
  const at = (share: number) => months[monthAt(months, scale, share)]!;
  const pointer = usePlotPointer(
    (share) => onMonth(at(share).month),
    (from, to) => onRange(at(from).month, at(to).month),
  );
  const keys = useMonthKeys({
    count: months.length,
    onMonth: (index) => onMonth(months[index]!.month),
    onRange: (from, to) => onRange(months[from]!.month, months[to]!.month),
  });
  const { current, span } = keys;
  const pointed = pointer.hover === null ? null : monthAt(months, scale, pointer.hover);
  const told = pointed ?? keys.cursor;
  const one = (index: number) => t.month(months[index]!.month, count(months[index]!));
  const several = t.months(months[span.from]!.month, months[span.to]!.month);
  const says = (index: number) => (pointed === null && span.from < span.to ? several : one(index));
  const spanned = pointed === null ? span : { from: told ?? 0, to: told ?? 0 };
  const lookOf = ({ month }: Month, index: number): Look => {
    const isTold = told !== null && index >= spanned.from && index <= spanned.to;
    if (isTold || kept.includes(month)) return "1";
    return kept.length === 0 ? "2" : "quiet";
  };
  return (
    <>
      <div
        className="plot"
        role="slider"
        tabIndex={0}
        aria-label={`${label} ${t.hint}`}
        aria-valuemin={0}
        aria-valuemax={months.length - 1}
        aria-valuenow={current}
        aria-valuetext={says(current)}
        onKeyDown={keys.onKeyDown}
        onBlur={keys.onBlur}
        {...pointer.handlers}
      >
        {/* Behind the bars: what is chosen must not cover what it is. */}
        {told !== null && (
          <span
            className="slot"
            style={{
              left: `${shareOf(scale, spanned.from) * 100}%`,
              width: `${((spanned.to - spanned.from + 1) / scale.slots) * 100}%`,
            }}
          />
        )}
        <DragSpan drag={pointer.drag} />
        <svg
          viewBox={`0 0 ${SIZE.width} ${SIZE.height + 1}`}
          preserveAspectRatio="none"
          aria-hidden="true"
        >
          {LOOKS.map((look) => (
            <path
              key={look}
              d={monthBars(months, scale, SIZE, (it, index) => lookOf(it, index) === look)}
              fill={`var(--data-${look})`}
            />
          ))}
          <line
            className="axis"
            x1="0"
            x2={SIZE.width}
            y1={SIZE.height + 0.5}
            y2={SIZE.height + 0.5}
          />
        </svg>
        {told !== null && (
          <span
            className="tip num"
            style={{
              left: `clamp(70px, ${(shareOf(scale, told) + 0.5 / scale.slots) * 100}%, calc(100% - 70px))`,
            }}
          >
            {says(told)}
          </span>
        )}
      </div>
      <div className="ticks num" aria-hidden="true">
        {monthTicks(months, scale, locale).map(({ month, share, label: name }) => (
          <span key={month} style={{ left: `${share * 100}%` }}>
            {name}
          </span>
        ))}
      </div>
    </>
  );
}
