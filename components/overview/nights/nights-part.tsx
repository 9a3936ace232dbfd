"use client";

import { use, useState } from "react";
import { ChartFrame } from "@/components/charts/frame/chart-frame";
import { useFigures } from "@/components/storage/frame/use-figures";
import { useText } from "@/components/use-text";
import type { Nights } from "@/lib/overview/views";
import { NIGHTS_HEIGHT, NightBars } from "./night-bars";
import { NightPlaces } from "./night-places";
import { NightsLead } from "./nights-lead";
import { nightsModel } from "./nights-model";

/** What will be deleted by age in each of the next nights, and where nobody knows. */
export function NightsPart({ nights: asked }: { nights: Promise<Nights> }) {
  const { overview, charts } = useText();
  const t = overview.nights;
  const nights = use(asked);
  const figures = useFigures();
  const [asTable, setAsTable] = useState(false);
  const model = nightsModel(nights, t, figures);
  const rows = (count: number) => figures.value("rows", count);
  if (nights.state !== "ready" || model.all === 0) {
    return (
      <section aria-labelledby="gone">
        <div className="head bar0">
          <h2 className="h2" id="gone">
            {t.title}
          </h2>
        </div>
        <NightsLead nights={nights} />
        <NightPlaces nights={nights} />
      </section>
    );
  }
  return (
    <section id="gone">
      <ChartFrame
        title={t.title}
        summary={t.summary(rows(model.all), rows(model.bars[0]?.total ?? 0))}
        lead={<NightsLead nights={nights} />}
        legend={[...model.layers].reverse()}
        note={`${t.all(rows(model.all))}. ${t.note}`}
        twin={model.twin}
        height={NIGHTS_HEIGHT + 60}
        fileName="muniment-next-nights"
        asTable={asTable}
        onAsTable={setAsTable}
      >
        <NightBars
          layers={model.layers}
          bars={model.bars}
          label={`${t.title}. ${charts.walk}`}
          tip={(night) => {
            const bar = model.bars[night];
            const lines = model.layers.map(({ label, ink }, i) => ({
              ...{ label, ink, value: `≈ ${rows(bar?.values[i] ?? 0)}` },
            }));
            const together = {
              label: t.together,
              value: `≈ ${rows(bar?.total ?? 0)}`,
              strong: true,
            };
            return { title: bar?.day ?? "", lines: [...lines.reverse(), together] };
          }}
        />
      </ChartFrame>
      <NightPlaces nights={nights} />
    </section>
  );
}
