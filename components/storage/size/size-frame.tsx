"use client";

import { ChartFrame } from "@/components/charts/frame/chart-frame";
import { TimePlot } from "@/components/charts/time/time-plot";
import { Segmented } from "@/components/ui/segmented";
import { useText } from "@/components/use-text";
import { dayKey } from "@/lib/format/day";
import { FORECAST_UNITS, SPLITS } from "@/lib/storage/views";
import { RangeSwitch } from "../frame/range-switch";
import type { StorageAddress } from "../use-storage-address";
import { plotOf } from "./plot-of";
import type { SizeModel } from "./size-model";

const HEIGHT = 280;

type Props = { model: SizeModel; zone: string; address: StorageAddress; fileName: string };

/** The picture of sizes, whatever they are sizes of, with its switches. */
export function SizeFrame({ model, zone, address, fileName }: Props) {
  const { storage: t, charts } = useText();
  const { unit, disk, by, host, set, twin } = address;
  const zoom = (from: number, to: number) =>
    void set({
      from: dayKey(Math.max(from, model.from), zone),
      to: to >= model.known ? null : dayKey(to, zone),
    });
  return (
    <ChartFrame
      title={t.size.title}
      summary={model.summary}
      controls={
        <>
          <RangeSwitch address={address} zone={zone} />
          <Segmented
            label={t.unitLabel}
            value={disk ? "disk" : unit}
            options={FORECAST_UNITS.filter((it) => it !== "disk" || host === null).map((value) => ({
              value,
              label: t.units[value],
            }))}
            onValueChange={(value) => void set({ unit: value })}
          />
          {!disk && (
            <Segmented
              label={t.splitLabel}
              value={by}
              options={SPLITS.map((value) => ({ value, label: t.splits[value] }))}
              onValueChange={(value) => void set({ by: value })}
            />
          )}
        </>
      }
      legend={model.legend}
      legendIn={model.ahead.length > 0 ? "narrow" : "always"}
      note={model.note}
      twin={model.twin}
      height={HEIGHT}
      fileName={fileName}
      {...twin("size")}
    >
      <TimePlot
        height={HEIGHT}
        {...plotOf(model)}
        today={t.size.today}
        label={`${t.size.title}. ${charts.walkAndZoom}`}
        onRange={zoom}
      />
    </ChartFrame>
  );
}
