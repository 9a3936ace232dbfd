"use client";

import { use } from "react";
import { usePreferences } from "@/components/preferences";
import { Icon } from "@/components/ui/icon";
import { useText } from "@/components/use-text";
import { formatNumber } from "@/lib/format/number";
import { formatStamp } from "@/lib/format/stamp";
import type { Findings } from "@/lib/overview/views";
import { CheckList } from "./check-list";
import { FindingLine } from "./finding-line";

/** Findings, each with its evidence and the one thing that fixes it; below them everything that was looked at. */
export function WrongPart({ findings: asked }: { findings: Promise<Findings> }) {
  const t = useText().overview.wrong;
  const { locale, zone } = usePreferences();
  const { checks, findings, partial, at } = use(asked);
  const made = checks.filter((it) => it.outcome !== "unknown");
  const passed = made.filter((it) => it.outcome === "pass").length;
  const n = (value: number) => formatNumber(value, locale);
  return (
    <section aria-labelledby="wrong">
      <div className="head bar0">
        <h2 className="h2" id="wrong">
          {t.title}
        </h2>
        <span className="cap push num">
          {t.pass(n(passed), n(made.length), `${formatStamp(at, zone, "clock")} ${zone}`)}
        </span>
      </div>
      <div className="finds">
        {findings.map((it) => (
          <FindingLine key={it.id} finding={it} />
        ))}
        {findings.length === 0 && (
          <div className="nobody">
            <Icon name="pass" className="text-fine" />
            <p>
              <b>{partial ? t.noneSeen : made.length < checks.length ? t.noneMade : t.none}</b>
            </p>
          </div>
        )}
      </div>
      <CheckList checks={checks} />
    </section>
  );
}
