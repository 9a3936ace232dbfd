"use client";

import { parseAsString, useQueryState } from "nuqs";
import { WIDTHS } from "@/components/archive/owners/widths";
import { useText } from "@/components/use-text";
import type { HostView } from "@/lib/archive/views";
import { HostCounts } from "./host-counts";

/** Hosts with what they hold; choosing one narrows the list of people and rooms below. */
export function HostTable({ hosts }: { hosts: HostView[] }) {
  const { archive } = useText();
  const t = archive.hosts;
  const [chosen, choose] = useQueryState("host", parseAsString.withOptions({ history: "replace" }));
  // Without the index nothing is counted: columns of dashes would say nothing.
  const counted = hosts.some((host) => host.rows !== null);
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
        <HostColumns counted={counted} />
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
              {counted ? (
                <HostCounts host={host} />
              ) : (
                <td className="n">{host.rooms ? t.withRooms : t.withPeople}</td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function HostColumns({ counted }: { counted: boolean }) {
  const { hosts: t, owners: o } = useText().archive;
  const head = (label: string, className: string) => (
    <th scope="col" className={className}>
      {label}
    </th>
  );
  return (
    <thead>
      <tr>
        <th scope="col">{t.host}</th>
        {head(t.owners, counted ? WIDTHS.owners : "n")}
        {counted && (
          <>
            {head(o.rows, WIDTHS.rows)}
            {head(o.size, WIDTHS.size)}
            {head(o.encrypted, WIDTHS.encrypted)}
            {head(o.first, WIDTHS.first)}
            {head(o.last, WIDTHS.last)}
          </>
        )}
      </tr>
    </thead>
  );
}
