"use client";

import dynamic from "next/dynamic";
import { usePreferences } from "@/components/preferences";
import type { TipText } from "../plot/tip";
import { useWidth } from "../plot/use-width";
import { Walk } from "../plot/walk";
import type { ValueTick } from "../scale/nice-ticks";
import { timeTicks } from "../scale/time-ticks";
import { INSET, type TimeChartProps } from "./time-chart-props";

/** Recharts is a hundred kilobytes: it comes when a chart is seen, never before the page. */
const TimeChart = dynamic(() => import("./time-chart").then((it) => it.TimeChart), { ssr: false });

type Props = Omit<TimeChartProps, "width" | "timeTicks" | "valueTicks" | "named"> & {
  valueTicks: (count: number) => readonly ValueTick[];
  label: string;
  tip: (index: number) => TipText;
  onRange?: (from: number, to: number) => void;
  /** Pixels from which layers are named beside their end; 720 unless told. */
  namesFrom?: number;
};

const PIXELS_A_DATE = 84;
const PIXELS_A_VALUE = 56;
const NAMES_FROM = 720;

/** A chart over time in the width there is, with values that can be walked through. */
export function TimePlot({
  valueTicks,
  label,
  tip,
  onRange,
  namesFrom = NAMES_FROM,
  ...rest
}: Props) {
  const [ref, width] = useWidth();
  const { zone } = usePreferences();
  const { from, to, height, points, ahead } = rest;
  const share = (at: number) => (at - from) / (to - from);
  const places = [...points, ...ahead.slice(1)].map(({ at }) => share(at));
  const seconds = (part: number) => Math.round(from + part * (to - from));
  const plotWidth = (width ?? 0) - INSET.right;
  return (
    <div className="plot" ref={ref} style={{ height }}>
      {width !== null && (
        <>
          <div aria-hidden="true">
            <TimeChart
              {...rest}
              width={width}
              timeTicks={timeTicks(
                from,
                to,
                zone,
                Math.max(2, Math.floor(plotWidth / PIXELS_A_DATE)),
              )}
              valueTicks={valueTicks(Math.max(2, Math.floor(height / PIXELS_A_VALUE)))}
              named={width >= namesFrom}
            />
          </div>
          <Walk
            label={label}
            places={places}
            tip={tip}
            inset={INSET}
            onRange={onRange && ((a, b) => onRange(seconds(a), seconds(b)))}
          />
        </>
      )}
    </div>
  );
}
