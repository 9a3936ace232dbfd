"use client";

import type { ReactNode } from "react";
import { usePreferences } from "@/components/preferences";
import { Bytes } from "@/components/ui/bytes";
import { DateTime } from "@/components/ui/date-time";
import { Num } from "@/components/ui/num";
import { useText } from "@/components/use-text";
import { formatNumber } from "@/lib/format/number";
import type { Blast } from "@/lib/policy/views";
import { BlastStrip } from "./blast-strip";

/** What the draft deletes: rows, whose, from when, and what stays. */
export function BlastPart({ blast }: { blast: Blast | null }) {
  const t = useText().policy.blast;
  const { locale } = usePreferences();
  return (
    <section className="blast" aria-live="polite">
      <div className="head">
        <h2 className="h2">{t.title}</h2>
        <span className="cap push">
          {blast ? t.counted(formatNumber(Math.ceil(blast.elapsedMs), locale)) : t.counting}
        </span>
      </div>
      {blast?.state === "uncounted" && <p className="cap">{t.uncounted}</p>}
      {blast?.state === "ready" && blast.rows === 0 && <p className="cap">{t.nothing}</p>}
      {blast?.state === "ready" && blast.rows > 0 && <Lost blast={blast} />}
    </section>
  );
}

function Lost({ blast }: { blast: Blast }) {
  const t = useText().policy.blast;
  const { locale } = usePreferences();
  const n = (value: number) => formatNumber(value, locale);
  const parts = blast.parts.filter((it) => it.rows > 0);
  const sum = (what: "owners" | "ownersOf" | "ownersWhole") =>
    parts.filter((it) => it.store !== "uploads").reduce((total, it) => total + it[what], 0);
  const oldest = Math.min(...parts.map((it) => it.oldest ?? Number.POSITIVE_INFINITY));
  return (
    <>
      <p className="big">
        <b>
          <Num value={blast.rows} />
        </b>{" "}
        {t.rows}
      </p>
      {parts.map((it) => (
        <BlastStrip key={`${it.host} ${it.store}`} part={it} />
      ))}
      <table className="t rad">
        <tbody>
          <Line name={t.bytes} note={t.bytesNote}>
            <Bytes value={blast.bytes} />
          </Line>
          <Line name={t.people} note={t.peopleNote(n(sum("ownersOf")), n(sum("ownersWhole")))}>
            <Num value={sum("owners")} />
          </Line>
          {Number.isFinite(oldest) && (
            <Line name={t.oldest} note={t.whenNote}>
              <DateTime stamp={oldest} style="day" />
            </Line>
          )}
          {blast.overLimit && (
            <Line name={t.limit} note={t.limitNote(n(blast.overLimit.rows))}>
              <Num value={blast.overLimit.owners} />
            </Line>
          )}
        </tbody>
      </table>
    </>
  );
}

function Line({ name, note, children }: { name: string; note: string; children: ReactNode }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="n">{children}</td>
      <td>{note}</td>
    </tr>
  );
}
