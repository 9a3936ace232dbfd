"use client";

import { usePreferences } from "@/components/preferences";
import { Bytes } from "@/components/ui/bytes";
import { Num } from "@/components/ui/num";
import { ScrollBox } from "@/components/ui/scroll-box";
import { useText } from "@/components/use-text";
import { dayKey, formatDay } from "@/lib/format/day";
import type { ComingDay } from "@/lib/retention/views";

/** What disappears on each coming day, and whose. */
export function ComingPart({ coming }: { coming: readonly ComingDay[] }) {
  const text = useText().retention.coming;
  const { locale } = usePreferences();
  return (
    <section aria-labelledby="coming">
      <h2 className="h2" id="coming">
        {text.title}
      </h2>
      {coming.length === 0 ? (
        <p className="note">{text.none}</p>
      ) : (
        <>
          <ScrollBox className="mt-2" label={text.caption}>
            <table className="t cards">
              <caption className="vh">{text.caption}</caption>
              <thead>
                <tr>
                  <th scope="col">{text.day}</th>
                  <th scope="col">{text.host}</th>
                  <th scope="col" className="n">
                    {text.rows}
                  </th>
                  <th scope="col" className="n">
                    {text.size}
                  </th>
                  <th scope="col">{text.by}</th>
                </tr>
              </thead>
              <tbody>
                {coming.map(({ host, store, at, rows, bytes, by }) => (
                  <tr key={`${at} ${host} ${store}`}>
                    <td>{formatDay(dayKey(at, "UTC"), locale)}</td>
                    <th scope="row">
                      <bdi>{host}</bdi> <span className="cap">{store}</span>
                    </th>
                    <td className="n" data-label={text.rows}>
                      <Num value={rows} />
                    </td>
                    <td className="n" data-label={text.size}>
                      <Bytes value={bytes} />
                    </td>
                    <td data-label={text.by}>{text.who[by]}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollBox>
          <p className="cap mt-2">{text.note}</p>
        </>
      )}
    </section>
  );
}
