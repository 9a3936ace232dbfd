"use client";

import { ChartFrame } from "@/components/charts/frame/chart-frame";
import { shareTicks } from "@/components/charts/scale/nice-ticks";
import { TimePlot } from "@/components/charts/time/time-plot";
import { said, type Twin } from "@/components/charts/twin/twin";
import { usePreferences } from "@/components/preferences";
import { useText } from "@/components/use-text";
import { formatShare } from "@/lib/format/number";
import type { KindCosts } from "@/lib/storage/views";
import { useFigures } from "../frame/use-figures";
import type { StorageAddress } from "../use-storage-address";

const HEIGHT = 240;
const MONTH = 31 * 86_400;

type Props = { view: KindCosts["encrypted"]; address: StorageAddress };

/** How much of what is said is encrypted, month by month. */
export function EncryptedShare({ view, address }: Props) {
  const { storage, charts } = useText();
  const t = storage.encrypted;
  const { locale } = usePreferences();
  const figures = useFigures("UTC");
  const { starts, rows, encrypted } = view;
  const share = (i: number) => (rows[i] ? (encrypted[i] ?? 0) / rows[i] : 0);
  const said0 = (i: number) => formatShare(encrypted[i] ?? 0, rows[i] ?? 0, locale);
  const last = starts.length - 1;
  if (last < 0) {
    return (
      <section>
        <h2 className="h2 mb-3">{t.title}</h2>
        <p className="note">{t.none}</p>
      </section>
    );
  }
  const name = (i: number) => figures.month(starts[Math.min(i, last)] ?? 0);
  const end = starts[last]! + MONTH;
  const points = [...starts, end].map((at, i) => ({ at, values: [share(Math.min(i, last))] }));
  const number = (label: string) => ({ name: label, number: true });
  const twin: Twin = {
    columns: [{ name: t.month }, number(t.of), number(t.encrypted), number(t.share)],
    rows: starts
      .map((start, i) => ({
        key: String(start),
        cells: [
          said(figures.month(start)),
          figures.cell("rows", rows[i] ?? 0),
          figures.cell("rows", encrypted[i] ?? 0),
          { text: said0(i), value: Number(share(i).toFixed(4)) },
        ],
      }))
      .reverse(),
  };
  return (
    <ChartFrame
      title={t.title}
      summary={t.summary(name(0), name(last), said0(0), said0(last))}
      note={t.note}
      twin={twin}
      height={HEIGHT}
      fileName="muniment-encrypted"
      {...address.twin("encrypted")}
    >
      <TimePlot
        height={HEIGHT}
        layers={[{ key: "encrypted", label: t.label, ink: "var(--sealed-edge)" }]}
        points={points}
        shape="step"
        ahead={[]}
        limit={null}
        full={null}
        from={starts[0]!}
        to={end}
        valueTicks={(count) =>
          shareTicks(Math.max(...starts.map((_, i) => share(i))), locale, count)
        }
        today=""
        label={`${t.title}. ${charts.walk}`}
        tip={(i) => ({
          title: name(i),
          lines: [
            { label: t.label, value: said0(Math.min(i, last)), strong: true },
            { label: t.of, value: figures.value("rows", rows[Math.min(i, last)] ?? 0) },
          ],
        })}
      />
    </ChartFrame>
  );
}
