"use client";

import { Code } from "@/components/ui/code";
import { useText } from "@/components/use-text";
import { formatNumber } from "@/lib/format/number";
import type { SlowQuery, SlowQueries as View } from "@/lib/storage/database-views";
import { useFigures } from "../frame/use-figures";

/** What costs the server most on this table, where PostgreSQL counts it. */
export function SlowQueries({ view }: { view: View }) {
  const t = useText().tables.slow;
  const { day } = useFigures();
  return (
    <section aria-labelledby="slow-queries">
      <div className="head bar0">
        <h2 className="h2" id="slow-queries">
          {t.title}
        </h2>
        {view.state === "ready" && view.since !== null && (
          <span className="cap push num">{t.since(day(view.since))}</span>
        )}
      </div>
      {view.state !== "ready" ? (
        <p className="note">{t[view.state]}</p>
      ) : view.queries.length === 0 ? (
        <p className="note">{t.none}</p>
      ) : (
        <Table queries={view.queries} />
      )}
      {view.state === "ready" && view.statement && <p className="note mt-3">{t.hidden}</p>}
      {view.statement && (
        <div className="mt-2 max-w-[72ch]">
          <p className="cap mb-1">{t.fix}</p>
          <Code label={t.fix} wraps>
            {view.statement}
          </Code>
        </div>
      )}
    </section>
  );
}

function Table({ queries }: { queries: readonly SlowQuery[] }) {
  const t = useText().tables.slow;
  const { value, locale } = useFigures();
  const ms = (time: number) => `${formatNumber(time, locale, time < 100 ? 1 : 0)}\u00a0ms`;
  return (
    <table className="t slow">
      <thead>
        <tr>
          <th scope="col">{t.query}</th>
          <th scope="col" className="hide-s">
            {t.who}
          </th>
          <th scope="col" className="n hide-s">
            {t.calls}
          </th>
          <th scope="col" className="n">
            {t.total}
          </th>
          <th scope="col" className="n">
            {t.mean}
          </th>
          <th scope="col" className="n hide-s">
            {t.max}
          </th>
        </tr>
      </thead>
      <tbody>
        {queries.map((it) => (
          <tr key={it.id}>
            <th scope="row">
              <code className="query" title={it.text}>
                {it.text}
              </code>
            </th>
            <td className="hide-s">{t.from[it.from]}</td>
            <td className="n hide-s">{value("rows", it.calls)}</td>
            <td className="n">{ms(it.totalMs)}</td>
            <td className="n">{ms(it.meanMs)}</td>
            <td className="n hide-s">{ms(it.maxMs)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
