"use client";

import { useState } from "react";
import { SaveMenu } from "@/components/charts/frame/save-menu";
import { said, type Twin } from "@/components/charts/twin/twin";
import { usePreferences } from "@/components/preferences";
import { useText } from "@/components/use-text";
import { formatShare } from "@/lib/format/number";
import type { StorageTexts } from "@/lib/i18n/en/storage";
import type { KindCosts as View } from "@/lib/storage/views";
import { type Figures, useFigures } from "../frame/use-figures";

type Line = View["kinds"][number];
/** A kind below one percent is folded away with the others of its size. */
const SMALL = 0.01;

const sumOf = (kinds: readonly Line[]) => kinds.reduce((sum, it) => sum + it.rows, 0);

/** What kinds of rows there are and what each costs: "markers: 18% of the rows". */
export function KindCosts({ view }: { view: View }) {
  const t = useText().storage.kinds;
  const { locale } = usePreferences();
  const figures = useFigures();
  const [every, setAll] = useState(false);
  const { kinds, copies } = view;
  const all = sumOf(kinds);
  const most = Math.max(...kinds.map((it) => it.rows), 1);
  const small = kinds.filter((it) => it.share < SMALL);
  const shown = every || small.length < 2 ? kinds : kinds.filter((it) => it.share >= SMALL);
  const share = (rows: number) => formatShare(rows, all, locale);
  if (all === 0) return <p className="note">{t.none}</p>;
  return (
    <section aria-labelledby="kind-costs">
      <div className="head bar0">
        <h2 className="h2" id="kind-costs">
          {t.title}
        </h2>
        <div className="row push">
          <SaveMenu
            name="muniment-kinds"
            twin={twinOf(view, figures, t)}
            words={{ title: t.title, note: t.note, legend: [] }}
            drawing={null}
          />
        </div>
      </div>
      <table className="t kinds">
        <thead>
          <tr>
            <th scope="col">{t.kind}</th>
            <th scope="col" className="n">
              {t.rows}
            </th>
            <th scope="col" className="n">
              {t.share}
            </th>
            <th scope="col" className="n">
              {t.size}
            </th>
            <th scope="col" className="n hide-s">
              {t.each}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((it) => (
            <tr key={it.kind} title={t.cost(nameOf(it, t), share(it.rows))}>
              <th scope="row">
                <span
                  className={it.kind === "encrypted" ? "bar sealed" : "bar"}
                  style={{ width: `${(it.rows / most) * 100}%` }}
                />
                <span className="kind-name">{nameOf(it, t)}</span>
              </th>
              <td className="n">{figures.value("rows", it.rows)}</td>
              <td className="n">{share(it.rows)}</td>
              <td className="n">{figures.value("bytes", it.bytes)}</td>
              <td className="n hide-s">{figures.value("bytes", Math.round(it.bytes / it.rows))}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {small.length > 1 && (
        <button type="button" className="link cap mt-2" onClick={() => setAll(!every)}>
          {every ? t.fewer : t.more(small.length, figures.value("rows", sumOf(small)))}
        </button>
      )}
      <p className="cap fn">
        {t.note}{" "}
        {copies
          ? `${t.copies(
              figures.value("rows", copies.rows),
              share(copies.rows),
              figures.value("bytes", copies.bytes),
            )} ${t.copiesWhen(figures.day(copies.countedAt))}`
          : t.copiesLater}
      </p>
    </section>
  );
}

function nameOf({ kind }: Line, t: StorageTexts["kinds"]): string {
  return (t.names as Record<string, string>)[kind] ?? kind;
}

function twinOf({ kinds, copies }: View, figures: Figures, t: StorageTexts["kinds"]): Twin {
  const number = (name: string) => ({ name, number: true });
  const line = (name: string, it: Omit<Line, "kind">) => ({
    key: name,
    cells: [
      said(name),
      figures.cell("rows", it.rows),
      { text: "", value: Number(it.share.toFixed(4)) },
      figures.cell("bytes", it.bytes),
    ],
  });
  return {
    columns: [{ name: t.kind }, number(t.rows), number(t.share), number(t.size)],
    rows: [
      ...kinds.map((it) => line(nameOf(it, t), it)),
      ...(copies ? [line(t.copiesRow, copies)] : []),
    ],
  };
}
