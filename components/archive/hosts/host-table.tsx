"use client";

import { parseAsString, useQueryState } from "nuqs";
import { usePreferences } from "@/components/preferences";
import { useText } from "@/components/use-text";
import type { HostView } from "@/lib/archive/views";
import { formatBytes } from "@/lib/format/bytes";
import { formatNumber, formatShare } from "@/lib/format/number";
import { formatStamp, stampTitle } from "@/lib/format/stamp";

/** Hosts with what they hold; choosing one narrows the list of people and rooms below. */
export function HostTable({ hosts }: { hosts: HostView[] }) {
  const { archive } = useText();
  const t = archive.hosts;
  const o = archive.owners;
  const { zone, locale } = usePreferences();
  const [chosen, choose] = useQueryState("host", parseAsString.withOptions({ history: "replace" }));
  const number = (value: number | null) => (value === null ? "–" : formatNumber(value, locale));
  return (
    <section className="mt-8 mb-10" aria-labelledby="hosts-title">
      <div className="head mb-3">
        <h2 id="hosts-title" className="h2">
          {t.title}
        </h2>
        {chosen && (
          <button type="button" className="link" onClick={() => void choose(null)}>
            {t.all}
          </button>
        )}
      </div>
      <table className="t owners">
        <thead>
          <tr>
            <th scope="col">{t.host}</th>
            <th scope="col" className="n hide-s">
              {t.people}, {t.rooms}
            </th>
            <th scope="col" className="n">
              {o.rows}
            </th>
            <th scope="col" className="n hide-s">
              {o.size}
            </th>
            <th scope="col" className="n hide-s">
              {o.encrypted}
            </th>
            <th scope="col" className="n">
              {o.last}
            </th>
          </tr>
        </thead>
        <tbody>
          {hosts.map((host) => (
            <tr key={host.host} aria-current={host.host === chosen || undefined}>
              <th scope="row">
                <button
                  type="button"
                  className="row-link nm"
                  aria-pressed={host.host === chosen}
                  onClick={() => void choose(host.host === chosen ? null : host.host)}
                >
                  <bdi>{host.host}</bdi>
                </button>
              </th>
              <td className="n hide-s">
                {number(host.owners)} <span className="cap">{host.rooms ? t.rooms : t.people}</span>
              </td>
              <td className="n">{number(host.rows)}</td>
              <td className="n hide-s">
                {host.sizeBytes === null ? "–" : formatBytes(host.sizeBytes, locale)}
              </td>
              <td className="n hide-s">
                {host.encrypted === null || host.rows === null
                  ? "–"
                  : formatShare(host.encrypted, host.rows, locale)}
              </td>
              <td
                className="n"
                title={host.last === null ? undefined : stampTitle(host.last, zone)}
              >
                {host.last === null ? "–" : formatStamp(host.last, zone, "day")}
                {host.last !== null && (
                  <span className="hide-s"> {formatStamp(host.last, zone, "clock")}</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
