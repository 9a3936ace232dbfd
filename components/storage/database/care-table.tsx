"use client";

import { Button } from "@/components/ui/button";
import { DateTime } from "@/components/ui/date-time";
import { useText } from "@/components/use-text";
import type { TableCare } from "@/lib/storage/database-views";
import { useFigures } from "../frame/use-figures";
import { shortName } from "./names";
import type { Maintenance } from "./use-maintenance";

/** How many of our own tables are worth a line: the large ones. */
const OURS = 4;

type Props = { tables: readonly TableCare[]; maintenance: Maintenance };

/** Tables with what happened to them since they were cared for, and the two things that can be done. */
export function CareTable({ tables, maintenance }: Props) {
  const { tables: words, database } = useText();
  const t = words.care;
  const of = (whose: TableCare["of"]) => tables.filter((it) => it.of === whose);
  const ours = of("console")
    .toSorted((a, b) => b.liveRows + b.deadRows - a.liveRows - a.deadRows)
    .slice(0, OURS);
  return (
    <section aria-labelledby="table-care">
      <div className="head bar0">
        <h2 className="h2" id="table-care">
          {t.title}
        </h2>
        <span className="cap push">{t.note}</span>
      </div>
      <table className="t care">
        <thead>
          <tr>
            <th scope="col">{t.table}</th>
            <th scope="col" className="n hide-s">
              {t.live}
            </th>
            <th scope="col" className="n">
              {t.dead}
            </th>
            <th scope="col" className="n hide-s">
              {t.changed}
            </th>
            <th scope="col" className="n hide-s">
              {t.vacuumed}
            </th>
            <th scope="col" className="n hide-s">
              {t.analyzed}
            </th>
            <th scope="col" className="n">
              <span className="vh">{t.act}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {[...of("archive"), ...of("data"), ...ours].map((it) => (
            <Line key={it.table} care={it} maintenance={maintenance} />
          ))}
        </tbody>
      </table>
      <p className="cap fn">{database.vacuumFull}</p>
    </section>
  );
}

function Line({ care, maintenance }: { care: TableCare; maintenance: Maintenance }) {
  const t = useText().tables.care;
  const { value } = useFigures();
  const { table, owner, mine, lastVacuum, lastAnalyze } = care;
  const name = shortName(table);
  const time = (at: number | null) => (at === null ? "–" : <DateTime stamp={at} />);
  const act = (what: "analyze" | "vacuum", word: string, label: string) => (
    <Button
      small
      busy={maintenance.isUnderWay(what, table)}
      aria-label={label}
      onClick={() => void maintenance.ask(what, table)}
    >
      {maintenance.isUnderWay(what, table) ? t.under : word}
    </Button>
  );
  return (
    <tr>
      <th scope="row">
        <code>{name}</code>
      </th>
      <td className="n hide-s">{value("rows", care.liveRows)}</td>
      <td className="n">{value("rows", care.deadRows)}</td>
      <td className="n hide-s">{value("rows", care.changedRows)}</td>
      <td className="n hide-s">{time(lastVacuum)}</td>
      <td className="n hide-s">{time(lastAnalyze)}</td>
      <td className="n">
        {maintenance.may && mine ? (
          <span className="acts-row">
            {act("analyze", t.analyze, t.analyzeOf(name))}
            {act("vacuum", t.vacuum, t.vacuumOf(name))}
          </span>
        ) : (
          maintenance.may && <span className="cap">{t.notMine(owner)}</span>
        )}
      </td>
    </tr>
  );
}
