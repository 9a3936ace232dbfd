"use client";

import { useText } from "@/components/use-text";
import type { Month } from "./months-scale";

type Props = {
  months: readonly Month[];
  kept: readonly string[];
  count: (month: Month) => string;
  onMonth: (month: string) => void;
};

/** The same as the chart, newest first, with a button for what a click there does. */
export function MonthsTable({ months, kept, count, onMonth }: Props) {
  const t = useText().search.months;
  return (
    <table className="t">
      <thead>
        <tr>
          <th scope="col">{t.columns.month}</th>
          <th scope="col" className="n">
            {t.columns.hits}
          </th>
          <th scope="col" className="n">
            {t.columns.act}
          </th>
        </tr>
      </thead>
      <tbody>
        {months.toReversed().map((month) => (
          <tr key={month.month}>
            <th scope="row" className="num">
              {month.month}
            </th>
            <td className="n">{count(month)}</td>
            <td className="n">
              <button
                type="button"
                className="link"
                aria-pressed={kept.includes(month.month)}
                onClick={() => onMonth(month.month)}
              >
                {t.only(month.month)}
              </button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
