import { usePlotArea, useXAxisScale, useYAxisScale } from "recharts";
import type { TimeChartProps } from "./time-chart-props";

/** The limit, and where the expected value meets it. */
export function LimitLine({
  limit,
  full,
  named,
}: Pick<TimeChartProps, "limit" | "full" | "named">) {
  const x = useXAxisScale();
  const y = useYAxisScale();
  const plot = usePlotArea();
  if (!x || !y || !plot || !limit) return null;
  const end = plot.x + plot.width;
  const level = y(limit.value) ?? 0;
  const meets = full && (x(full.at) ?? null);
  const inside = meets !== null && meets <= end;
  // The date of the meeting stands before it, or after it where there is no room.
  const before = inside && meets > plot.width / 2;
  return (
    <g>
      <line x1={plot.x} x2={end} y1={level} y2={level} stroke="var(--loss-edge)" />
      <text className="ink-2" x={plot.x} y={level - 7}>
        {named ? limit.label : limit.short}
      </text>
      {full && inside && (
        <>
          <circle
            cx={meets}
            cy={level}
            r={4}
            fill="var(--paper)"
            stroke="var(--loss-edge)"
            strokeWidth={1.5}
          />
          <text
            className="ink"
            x={before ? meets - 8 : meets + 8}
            y={level - 12}
            textAnchor={before ? "end" : "start"}
          >
            {named ? full.label : full.short}
          </text>
        </>
      )}
    </g>
  );
}
