import { useXAxisScale, useYAxisScale } from "recharts";
import { spread } from "../scale/spread";
import type { TimeChartProps } from "./time-chart-props";

const LINE = 16;

/** Names beside the end of what is known, each at the middle of its layer; and the line of today. */
export function LayerNames({ layers, points, named }: TimeChartProps) {
  const x = useXAxisScale();
  const y = useYAxisScale();
  const last = points.at(-1);
  if (!x || !y || !last) return null;
  const now = x(last.at) ?? 0;
  const bottom = y(0) ?? 0;
  let sum = 0;
  const middles = last.values.map((value) => {
    sum += value;
    return y(sum - value / 2) ?? 0;
  });
  const places = spread(middles, LINE, bottom - 5);
  return (
    <g>
      <line x1={now} x2={now} y1={(y(sum) ?? 0) - 6} y2={bottom} stroke="var(--ink)" />
      {named &&
        layers.map(({ key, label, ink, note }, i) => (
          <g key={key}>
            <path d={`M${now + 6} ${places[i]}h10`} stroke={ink} strokeWidth={4} data-swatch="" />
            <text className="ink-2" x={now + 22} y={(places[i] ?? 0) + 4}>
              {label} {note && <tspan className="ink-3">{note}</tspan>}
            </text>
          </g>
        ))}
    </g>
  );
}
