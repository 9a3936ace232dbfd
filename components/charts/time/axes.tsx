import { usePlotArea, useXAxisScale, useYAxisScale } from "recharts";
import type { TimeChartProps } from "./time-chart-props";

type Props = Pick<TimeChartProps, "timeTicks" | "valueTicks" | "ahead" | "points" | "today">;

/** Rules behind the layers, numbers at the end, dates below; all through the scales of the chart. */
export function Axes({ timeTicks, valueTicks, ahead, points, today }: Props) {
  const x = useXAxisScale();
  const y = useYAxisScale();
  const plot = usePlotArea();
  if (!x || !y || !plot) return null;
  const end = plot.x + plot.width;
  const bottom = plot.y + plot.height;
  const now = ahead.length > 0 ? points.at(-1)?.at : undefined;
  const nowX = now === undefined ? null : (x(now) ?? null);
  return (
    <g>
      {valueTicks.map(({ value, label }) => (
        <g key={value}>
          <line
            className={value === 0 ? "axis" : "grid"}
            x1={plot.x}
            x2={end}
            y1={y(value)}
            y2={y(value)}
          />
          <text x={end + 8} y={(y(value) ?? 0) + 4}>
            {label}
          </text>
        </g>
      ))}
      {timeTicks.map(({ at, label }) => {
        const place = x(at) ?? 0;
        if (nowX !== null && Math.abs(place - nowX) < 52) return null;
        if (place > end - 14) return null;
        return (
          <text key={at} x={place} y={bottom + 18} textAnchor={place < 20 ? "start" : "middle"}>
            {label}
          </text>
        );
      })}
      {nowX !== null && (
        <text className="ink" x={nowX} y={bottom + 18} textAnchor={nowX < 20 ? "start" : "middle"}>
          {today}
        </text>
      )}
    </g>
  );
}
