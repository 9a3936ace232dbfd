"use client";

import { usePreferences } from "@/components/preferences";
import { useText } from "@/components/use-text";
import type { HoldingBack } from "@/lib/archive/projection/holding-back";
import { formatDuration } from "@/lib/format/duration";

/** The transactions that the index waits for: enough to find them, nothing of what they do. */
export function HeldTable({ held }: { held: readonly HoldingBack[] }) {
  const { index: t, unknown } = useText().server;
  const { locale } = usePreferences();
  const span = ({ seconds, atLeast }: HoldingBack) => {
    if (seconds === null) return unknown;
    const text = formatDuration(seconds, locale);
    return atLeast ? t.atLeast(text) : text;
  };
  return (
    <>
      <h3 className="h3 mt-4 mb-2">{t.held}</h3>
      <table className="t held-back">
        <thead>
          <tr>
            <th scope="col">{t.process}</th>
            <th scope="col">{t.database}</th>
            <th scope="col">{t.login}</th>
            <th scope="col">{t.open}</th>
            <th scope="col" className="hide-s">
              {t.why}
            </th>
          </tr>
        </thead>
        <tbody>
          {held.map((it) => (
            <tr key={`${it.why} ${it.pid}`}>
              <th scope="row">{it.pid === null ? t.prepared : it.pid}</th>
              <td>{it.database ?? "–"}</td>
              <td>{it.login ?? "–"}</td>
              <td className="num">{span(it)}</td>
              <td className="hide-s">{t.whys[it.why]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="cap fn">{t.heldWhy}</p>
    </>
  );
}
