"use client";

import { memo } from "react";
import { Area, ComposedChart, Line, XAxis, YAxis, ZIndexLayer } from "recharts";
import { Axes } from "./axes";
import { LayerNames } from "./layer-names";
import { LimitLine } from "./limit-line";
import { INSET, type TimeChartProps } from "./time-chart-props";
import { toRows } from "./to-rows";

const STILL = {
  isAnimationActive: false,
  activeDot: false,
  dot: false,
  legendType: "none",
} as const;
const FRONT = 2_000;

/** Layers over time, stacked, and what is expected after them: dashed, with its band. */
export const TimeChart = memo(function TimeChart(props: TimeChartProps) {
  const { width, height, layers, points, ahead, shape, from, to } = props;
  const top = props.valueTicks.at(-1)?.value ?? 1;
  const type = shape === "step" ? "stepAfter" : "linear";
  return (
    <ComposedChart
      className="chart"
      width={width}
      height={height}
      margin={{ top: INSET.top, right: 0, bottom: 0, left: INSET.left }}
      data={toRows(points, ahead)}
      accessibilityLayer={false}
      tabIndex={-1}
    >
      <XAxis
        dataKey="at"
        type="number"
        domain={[from, to]}
        allowDataOverflow
        height={INSET.bottom}
        tick={false}
        axisLine={false}
      />
      <YAxis
        orientation="right"
        width={INSET.right}
        domain={[0, top]}
        allowDataOverflow
        tick={false}
        axisLine={false}
      />
      <ZIndexLayer zIndex={-100}>
        <Axes {...props} />
      </ZIndexLayer>
      {layers.map(({ key, ink }, i) => (
        <Area
          key={key}
          {...STILL}
          type={type}
          dataKey={`v${i}`}
          stackId="layers"
          fill={ink}
          fillOpacity={1}
          stroke="var(--paper)"
          strokeWidth={layers.length > 1 && shape === "line" ? 1 : 0}
        />
      ))}
      {ahead.length > 0 && (
        <Area
          {...STILL}
          dataKey="band"
          fill="var(--guess-wash)"
          fillOpacity={1}
          stroke="var(--guess-edge)"
          strokeWidth={0.75}
          strokeDasharray="2 3"
        />
      )}
      {ahead.length > 0 && (
        <Line
          {...STILL}
          dataKey="mid"
          type="linear"
          stroke="var(--ink-2)"
          strokeWidth={1.5}
          strokeDasharray="5 4"
        />
      )}
      <ZIndexLayer zIndex={FRONT}>
        <LimitLine {...props} />
        {ahead.length > 0 && <LayerNames {...props} />}
      </ZIndexLayer>
    </ComposedChart>
  );
});
