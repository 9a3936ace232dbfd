"use client";

import { useState } from "react";
import { useText } from "@/components/use-text";
import type { IndexAdvice, IndexReport } from "@/lib/storage/database-views";
import type { Maintenance } from "../database/use-maintenance";
import { useFigures } from "../frame/use-figures";
import { IndexLine } from "./index-line";

type Props = { report: IndexReport; maintenance: Maintenance };

/** Every index that Prosody makes, guides ask for or we add: what it costs, what it is for, what to do. */
export function IndexTable({ report, maintenance }: Props) {
  const t = useText().tables.indexes;
  const { day } = useFigures();
  const [each, setEach] = useState(false);
  const { indexes, statsSince } = report;
  const theirs = indexes.filter((it) => it.of !== "console");
  const ours = indexes.filter((it) => it.of === "console");
  // What asks for something to be done is never folded away.
  const urgent = ours.filter((it) => it.advice !== "keep");
  const rest = ours.filter((it) => it.advice === "keep");
  return (
    <section aria-labelledby="index-advice">
      <div className="head bar0">
        <h2 className="h2" id="index-advice">
          {t.title}
        </h2>
        <span className="cap push num">
          {statsSince === null ? t.always : t.since(day(statsSince))}
        </span>
      </div>
      <table className="t advice">
        <thead>
          <tr>
            <th scope="col">{t.index}</th>
            <th scope="col" className="hide-s">
              {t.columns}
            </th>
            <th scope="col" className="n">
              {t.size}
            </th>
            <th scope="col" className="n hide-s">
              {t.scans}
            </th>
            <th scope="col">
              <span className="vh">{t.verdict}</span>
            </th>
            <th scope="col" className="hide-s">
              {t.advice}
            </th>
          </tr>
        </thead>
        <tbody>
          {[...theirs, ...urgent, ...(each ? rest : [])].map((it) => (
            <IndexLine key={it.target} index={it} maintenance={maintenance} />
          ))}
        </tbody>
        <Foot indexes={indexes} />
      </table>
      {rest.length > 0 && (
        <button
          type="button"
          className="link cap mt-2"
          aria-expanded={each}
          onClick={() => setEach(!each)}
        >
          {t.ofConsole(rest.length)}
        </button>
      )}
    </section>
  );
}

function Foot({ indexes }: { indexes: readonly IndexAdvice[] }) {
  const t = useText().tables.indexes;
  const { value } = useFigures();
  const there = indexes.filter((it) => it.bytes !== null);
  const sum = (of: (it: IndexAdvice) => number | null) =>
    there.reduce((total, it) => total + (of(it) ?? 0), 0);
  return (
    <tfoot>
      <tr>
        <th scope="row">{t.count(there.length)}</th>
        <td className="hide-s" />
        <td className="n">
          {value(
            "bytes",
            sum((it) => it.bytes),
          )}
        </td>
        <td className="n hide-s">
          {value(
            "rows",
            sum((it) => it.scans),
          )}
        </td>
        <td />
        <td className="hide-s" />
      </tr>
    </tfoot>
  );
}
