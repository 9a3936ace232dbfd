"use client";

import { Icon, type IconName } from "@/components/ui/icon";
import { useText } from "@/components/use-text";
import type { Findings, Outcome } from "@/lib/overview/views";

const ICONS: Record<Outcome, IconName> = { pass: "pass", fail: "fail", unknown: "unknown" };
const ORDER: readonly Outcome[] = ["fail", "unknown", "pass"];

/** Every check with its outcome, folded: what was not looked at is no peace of mind. */
export function CheckList({ checks }: Pick<Findings, "checks">) {
  const t = useText().overview;
  const words = { pass: t.wrong.passes, fail: t.wrong.fails, unknown: t.wrong.notMade };
  const sorted = checks.toSorted((a, b) => ORDER.indexOf(a.outcome) - ORDER.indexOf(b.outcome));
  return (
    <details className="looked-at">
      <summary className="cap">
        <Icon name="right" className="turn" />
        {t.wrong.all(checks.length, checks.filter((it) => it.outcome === "unknown").length)}
      </summary>
      <ul>
        {sorted.map(({ id, outcome }) => (
          <li key={id} data-outcome={outcome}>
            <Icon name={ICONS[outcome]} />
            <span>{t.checks[id]}</span>
            <span className="cap push">{words[outcome]}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
