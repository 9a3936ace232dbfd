"use client";

import type { Route } from "next";
import Link from "next/link";
import { use } from "react";
import { DateTime } from "@/components/ui/date-time";
import { EmptyState } from "@/components/ui/empty-state";
import { Num } from "@/components/ui/num";
import { useText } from "@/components/use-text";
import type { TrailDay } from "@/lib/overview/views";

/** For whoever watches the others: what was done since yesterday, how often and by whom. */
export function TrailPart({ trail: asked }: { trail: Promise<TrailDay> }) {
  const { overview, audit } = useText();
  const t = overview.trail;
  const { actions, refused } = use(asked);
  const names: Record<string, string> = audit.actions;
  return (
    <section aria-labelledby="trail">
      <div className="head bar0">
        <h2 className="h2" id="trail">
          {t.title}
        </h2>
        <Link className="cap push" href={"/audit" as Route} prefetch={false}>
          {t.open}
        </Link>
      </div>
      {actions.length === 0 && <EmptyState icon="audit" title={t.none} />}
      {actions.length > 0 && (
        <table className="t">
          <thead>
            <tr>
              <th scope="col">{t.action}</th>
              <th scope="col">{t.people}</th>
              <th scope="col" className="n">
                {t.times}
              </th>
              <th scope="col" className="n">
                {t.last}
              </th>
            </tr>
          </thead>
          <tbody>
            {actions.map(({ action, entries, operators, last }) => (
              <tr key={action}>
                <th scope="row">
                  <Link href={`/audit?action=${action}` as Route} prefetch={false}>
                    {names[action] ?? action}
                  </Link>
                </th>
                <td>
                  <bdi>{operators.join(", ")}</bdi>
                </td>
                <td className="n">
                  <Num value={entries} />
                </td>
                <td className="n">
                  <DateTime stamp={last} style="clock" />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {refused > 0 && <p className="cap mt-2">{t.refused(refused)}</p>}
    </section>
  );
}
