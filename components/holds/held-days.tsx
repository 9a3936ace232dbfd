"use client";

import { Num } from "@/components/ui/num";
import { useText } from "@/components/use-text";
import type { HeldDay } from "@/lib/holds/views";

/** What was kept, by day and operation. */
export function HeldDays({ days }: { days: readonly HeldDay[] }) {
  const { byDay } = useText().holds.show;
  return (
    <section className="worth" aria-labelledby="held-days">
      <h2 className="h2" id="held-days">
        {byDay.title}
      </h2>
      <table className="t cards days mt-2">
        <caption className="vh">{byDay.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{byDay.day}</th>
            <th scope="col" className="n">
              {byDay.deleted}
            </th>
            <th scope="col" className="n">
              {byDay.changed}
            </th>
          </tr>
        </thead>
        <tbody>
          {days.map(({ day, deleted, changed }) => (
            <tr key={day}>
              <th scope="row">{day}</th>
              <td className="n" data-label={byDay.deleted}>
                <Num value={deleted} />
              </td>
              <td className="n" data-label={byDay.changed}>
                <Num value={changed} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
