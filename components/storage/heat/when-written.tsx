"use client";

import { ChartFrame } from "@/components/charts/frame/chart-frame";
import { HeatGrid } from "@/components/charts/heat/heat-grid";
import { HEAT_STEPS, roundMost } from "@/components/charts/heat/heat-step";
import { said, type Twin } from "@/components/charts/twin/twin";
import { useText } from "@/components/use-text";
import { formatNumber } from "@/lib/format/number";
import type { HeatMap } from "@/lib/storage/views";
import { useFigures } from "../frame/use-figures";
import type { StorageAddress } from "../use-storage-address";

const HEIGHT = 256;
const HOURS = Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, "0"));
const NAMED_EVERY = 3;

/** At which hours of which weekdays the archive grows. */
export function WhenWritten({ view, address }: { view: HeatMap; address: StorageAddress }) {
  const { storage, charts } = useText();
  const t = storage.heat;
  const { locale } = useFigures();
  const { cells, weeks, zone, busiest } = view;
  const mean = (value: number) => formatNumber(value, locale, value > 0 && value < 10 ? 1 : 0);
  if (weeks === 0 || !busiest) {
    return (
      <section>
        <h2 className="h2 mb-3">{t.title}</h2>
        <p className="note">{weeks === 0 ? t.short : t.none}</p>
      </section>
    );
  }
  const most = roundMost(busiest.rows);
  const named = t.busiest(
    t.days[busiest.weekday] ?? "",
    `${HOURS[busiest.hour]}:00`,
    mean(busiest.rows),
  );
  const twin: Twin = {
    columns: [{ name: t.weekday }, ...HOURS.map((name) => ({ name, number: true }))],
    rows: cells.map((line, weekday) => ({
      key: String(weekday),
      cells: [
        said(t.days[weekday] ?? ""),
        ...line.map((value) => ({ text: mean(value), value: Number(value.toFixed(3)) })),
      ],
    })),
  };
  return (
    <ChartFrame
      title={t.title}
      summary={`${t.summary(weeks, zone)} ${named}.`}
      note={`${t.note(weeks, zone)}; ${named}`}
      twin={twin}
      height={HEIGHT}
      fileName="muniment-hours"
      {...address.twin("heat")}
    >
      <HeatGrid
        cells={cells}
        lines={t.daysShort}
        columns={HOURS}
        named={(hour) => hour % NAMED_EVERY === 0}
        most={most}
        label={`${t.title}. ${charts.walk}`}
        tip={(weekday, hour) => ({
          title: `${t.days[weekday]} ${HOURS[hour]}:00`,
          lines: [{ label: storage.units.rows, value: mean(cells[weekday]?.[hour] ?? 0) }],
        })}
      />
      <div className="legend hl" aria-hidden="true">
        <span>0</span>
        {Array.from({ length: HEAT_STEPS + 1 }, (_, step) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the steps are their numbers
          <i key={step} style={{ background: `var(--heat-${step})` }} />
        ))}
        <span>{formatNumber(most, locale)}</span>
      </div>
    </ChartFrame>
  );
}
