"use client";

import { parseAsStringLiteral, useQueryState } from "nuqs";
import { useState } from "react";
import { ChartFrame } from "@/components/charts/frame/chart-frame";
import { TimePlot } from "@/components/charts/time/time-plot";
import { plotOf } from "@/components/storage/size/plot-of";
import { useSizeModel } from "@/components/storage/size/use-size-model";
import { Segmented } from "@/components/ui/segmented";
import { useText } from "@/components/use-text";
import type { ArchiveSize } from "@/lib/overview/views";

const HEIGHT = 196;
const UNITS = ["rows", "bytes"] as const;
/** The column is narrower than a page, and names still have room beside the line of today. */
const NAMES_FROM = 500;

/** The archive by host, as on the storage page, in half its width. */
export function SizeChart({ size: { growth, forecasts } }: { size: ArchiveSize }) {
  const { overview: t, storage, charts } = useText();
  const [unit, setUnit] = useQueryState("unit", parseAsStringLiteral(UNITS).withDefault("bytes"));
  const [asTable, setAsTable] = useState(false);
  const model = useSizeModel(growth, forecasts[unit], unit, false);
  return (
    <ChartFrame
      title={t.size.title}
      summary={model.summary}
      controls={
        <Segmented
          label={storage.unitLabel}
          value={unit}
          options={UNITS.map((value) => ({ value, label: storage.units[value] }))}
          onValueChange={(value) => void setUnit(value)}
        />
      }
      legend={model.legend}
      legendIn={model.ahead.length > 0 ? "narrow" : "always"}
      twin={model.twin}
      height={HEIGHT}
      fileName={`muniment-overview-${unit}`}
      asTable={asTable}
      onAsTable={setAsTable}
    >
      <TimePlot
        height={HEIGHT}
        {...plotOf(model)}
        today={storage.size.today}
        namesFrom={NAMES_FROM}
        label={`${t.size.title}. ${charts.walk}`}
      />
    </ChartFrame>
  );
}
