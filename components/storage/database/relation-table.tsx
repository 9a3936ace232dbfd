"use client";

import { useState } from "react";
import { Share } from "@/components/ui/share";
import { useText } from "@/components/use-text";
import type { Health, Relation } from "@/lib/storage/database-views";
import { useFigures } from "../frame/use-figures";
import { shortName } from "./names";

/** Every table, its long values and its indexes by size; ours folded into one line. */
export function RelationTable({ health }: { health: Health }) {
  const t = useText().tables;
  const { value } = useFigures();
  const [each, setEach] = useState(false);
  const of = (ours: boolean) =>
    health.relations
      .filter((it) => (it.of === "console") === ours && it.bytes > 0)
      .toSorted((a, b) => b.bytes - a.bytes);
  const ours = of(true);
  return (
    <>
      <table className="t relations">
        <thead>
          <tr>
            <th scope="col">{t.relation}</th>
            <th scope="col" className="hide-s">
              {t.what}
            </th>
            <th scope="col" className="n">
              {t.rows}
            </th>
            <th scope="col" className="n">
              {t.size}
            </th>
            <th scope="col" className="n hide-s">
              {t.share}
            </th>
          </tr>
        </thead>
        <tbody>
          {[...of(false), ...(each ? ours : [])].map((it) => (
            <Line key={`${it.kind} ${it.name}`} relation={it} whole={health.databaseBytes} />
          ))}
          {!each && ours.length > 0 && (
            <tr>
              <th scope="row">{t.ofConsole(ours.length)}</th>
              <td className="hide-s" />
              <td />
              <td className="n">{value("bytes", health.consoleBytes)}</td>
              <td className="n hide-s">
                <Share part={health.consoleBytes} whole={health.databaseBytes} />
              </td>
            </tr>
          )}
        </tbody>
      </table>
      {ours.length > 0 && (
        <button type="button" className="link cap mt-2" onClick={() => setEach(!each)}>
          {each ? t.hide : t.show}
        </button>
      )}
    </>
  );
}

function Line({ relation, whole }: { relation: Relation; whole: number }) {
  const t = useText().tables;
  const { value } = useFigures();
  const { name, kind, rows, bytes } = relation;
  return (
    <tr>
      <th scope="row">
        <code>{shortName(kind === "toast" ? relation.table : name)}</code>
        {kind === "toast" && <span className="cap only-narrow"> {t.kinds.toast}</span>}
      </th>
      <td className="hide-s">{t.kinds[kind]}</td>
      <td className="n">{kind === "table" && rows !== null ? `≈ ${value("rows", rows)}` : ""}</td>
      <td className="n">{value("bytes", bytes)}</td>
      <td className="n hide-s">
        <Share part={bytes} whole={whole} />
      </td>
    </tr>
  );
}
