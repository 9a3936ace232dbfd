"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { ReadingKey } from "@/components/archive/archive-queries";
import { usePreferences } from "@/components/preferences";
import { useText } from "@/components/use-text";
import { formatEstimate, formatNumber } from "@/lib/format/number";
import { MonthBones } from "../answer-bones";
import { type Asked, monthsQuery } from "../search-queries";
import { MonthsChart } from "./months-chart";
import {
  allMonths,
  hasTime,
  keepRange,
  keptMonths,
  toggleMonth,
  withoutStretch,
} from "./months-filter";
import type { Month } from "./months-scale";
import { MonthsTable } from "./months-table";

type Props = {
  /** What the bars are the answer to. */
  asked: Asked;
  /** What the box says by now: a month is chosen there, so that nothing typed since is lost. */
  text: string;
  reading: ReadingKey;
  /** false: while somebody types, bars of before stay. */
  ready: boolean;
  onGo: (text: string) => void;
};

/** Hits by month, as a chart or as a table; both filter. Nothing while it is not known. */
export function Months({ asked, text, reading, ready, onGo }: Props) {
  const t = useText().search.months;
  const { locale } = usePreferences();
  const [asTable, setAsTable] = useState(false);
  const what = { ...asked, text: withoutStretch(asked.text) };
  const { data, isError } = useQuery({
    ...monthsQuery(what, reading),
    enabled: ready,
    placeholderData: (before, query) => (query?.queryKey[2] === reading ? before : undefined),
  });
  if (isError) return <p className="note my-4">{t.failed}</p>;
  if (!data) return <MonthBones />;
  const { months, exact } = data;
  const [first, last] = [months[0], months.at(-1)];
  if (!first || !last) return null;
  const number = (value: number) =>
    exact ? formatNumber(value, locale) : formatEstimate(value, locale);
  const count = ({ count: hits }: Month) => number(hits);
  const kept = keptMonths(text);
  const onMonth = (month: string) => onGo(toggleMonth(text, month));
  const total = number(months.reduce((sum, it) => sum + it.count, 0));
  const label = t.label(total, first.month, last.month);
  return (
    <figure className="hh">
      {asTable ? (
        <MonthsTable months={months} kept={kept} count={count} onMonth={onMonth} />
      ) : (
        <MonthsChart
          months={months}
          kept={kept}
          label={label}
          count={count}
          onMonth={onMonth}
          onRange={(from, to) => onGo(keepRange(text, from, to))}
        />
      )}
      <figcaption className="cap noprint">
        {!exact && <span>{t.estimate}</span>}
        {hasTime(text) && (
          <button type="button" className="link" onClick={() => onGo(allMonths(text))}>
            {t.all}
          </button>
        )}
        <button
          type="button"
          className="link push"
          aria-pressed={asTable}
          onClick={() => setAsTable(!asTable)}
        >
          {asTable ? t.chart : t.table}
        </button>
      </figcaption>
    </figure>
  );
}
