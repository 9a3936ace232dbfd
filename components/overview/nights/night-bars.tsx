"use client";

import type { TipText } from "@/components/charts/plot/tip";
import { useWidth } from "@/components/charts/plot/use-width";
import { Walk } from "@/components/charts/plot/walk";
import type { NightBar, NightLayer } from "./nights-model";

export const NIGHTS_HEIGHT = 104;
const AXIS = 84;
const TOP = 8;
const GAP = 8;
const NARROW_GAP = 4;
/** Room for a day's number under each bar, and what a letter takes. */
const WIDE = 40;
const LETTER = 6.5;

type Props = {
  layers: readonly NightLayer[];
  bars: readonly NightBar[];
  label: string;
  tip: (index: number) => TipText;
};

/** A bar a night; the next one strong. Drawn by hand: fourteen rectangles want no library. */
export function NightBars({ layers, bars, label, tip }: Props) {
  const [ref, width] = useWidth();
  return (
    <div className="plot" ref={ref} style={{ height: NIGHTS_HEIGHT }}>
      {width !== null && (
        <>
          <Drawing width={width} layers={layers} bars={bars} />
          <Walk
            label={label}
            places={bars.map((_, i) => (i + 0.5) / bars.length)}
            tip={tip}
            inset={{ top: 0, right: 0, bottom: NIGHTS_HEIGHT - AXIS, left: 0 }}
          />
        </>
      )}
    </div>
  );
}

type DrawingProps = Pick<Props, "layers" | "bars"> & { width: number };

function Drawing({ width, layers, bars }: DrawingProps) {
  const slot = width / Math.max(1, bars.length);
  const gap = slot > WIDE ? GAP : NARROW_GAP;
  const most = Math.max(1, ...bars.map((it) => it.total));
  const tall = (rows: number) => (rows / most) * (AXIS - TOP);
  const every = slot > WIDE ? 1 : 3;
  const named = Math.ceil(((bars[0]?.label.length ?? 0) * LETTER) / slot);
  return (
    <svg className="chart" width={width} height={NIGHTS_HEIGHT} aria-hidden="true">
      {bars.map(({ day, label, values }, night) => {
        let below = 0;
        return (
          <g key={day}>
            {values.map((rows, layer) => {
              below += rows;
              return (
                <rect
                  key={layers[layer]?.key}
                  x={night * slot}
                  y={AXIS - tall(below)}
                  width={slot - gap}
                  height={rows === 0 ? 0 : Math.max(1, tall(rows))}
                  fill={inkOf(layers[layer], night)}
                />
              );
            })}
            {night % every === 0 && (night === 0 || night >= named) && (
              <text x={night * slot} y={98} className={night === 0 ? "ink" : undefined}>
                {night === 0 ? label : shortDay(day, bars[night - every]?.day)}
              </text>
            )}
          </g>
        );
      })}
      <line className="axis" x1={0} x2={width} y1={AXIS + 0.5} y2={AXIS + 0.5} />
    </svg>
  );
}

/** The next night a shade stronger than those to come. */
function inkOf(layer: NightLayer | undefined, night: number): string {
  if (!layer) return "none";
  if (night > 0) return layer.ink;
  return layer.key === "people" ? "var(--data-1)" : "var(--data-2)";
}

/** The number of the day; with the month where it changes. */
function shortDay(day: string, before: string | undefined): string {
  return before?.slice(0, 7) === day.slice(0, 7) ? day.slice(8) : day.slice(5);
}
