"use client";

import { ChartFrame } from "@/components/charts/frame/chart-frame";
import { TimePlot } from "@/components/charts/time/time-plot";
import { useText } from "@/components/use-text";
import { dayKey } from "@/lib/format/day";
import type { Growth } from "@/lib/storage/views";
import type { StorageAddress } from "../use-storage-address";
import { useGrowthModel } from "./use-growth-model";

const HEIGHT = 168;

type Props = { growth: Growth; address: StorageAddress };

/** What came each day, week or month and is still there. Follows the switches of the sizes above it. */
export function GrowthChart({ growth, address }: Props) {
  const { storage: t, charts } = useText();
  const { unit, set, twin } = address;
  const { end, zone } = growth;
  const model = useGrowthModel(growth, unit);
  return (
    <ChartFrame
      title={model.title}
      summary={model.summary}
      legend={[...model.layers].reverse()}
      legendIn="file"
      note={t.growth.note}
      twin={model.twin}
      height={HEIGHT}
      fileName={`muniment-growth-${unit}-by-${growth.split}`}
      {...twin("growth")}
    >
      <TimePlot
        height={HEIGHT}
        layers={model.layers}
        points={model.points}
        shape="step"
        ahead={[]}
        limit={null}
        full={null}
        from={model.from}
        to={end}
        valueTicks={model.ticks}
        today=""
        label={`${model.title}. ${charts.walkAndZoom}`}
        tip={model.tip}
        onRange={(from, to) => void set({ from: dayKey(from, zone), to: dayKey(to - 1, zone) })}
      />
    </ChartFrame>
  );
}
