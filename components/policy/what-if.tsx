"use client";

import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useId, useState } from "react";
import { usePreferences } from "@/components/preferences";
import { Button } from "@/components/ui/button";
import { Num } from "@/components/ui/num";
import { useText } from "@/components/use-text";
import { formatNumber } from "@/lib/format/number";
import type { PolicyScope, SettingView } from "@/lib/policy/views";
import { writePeriod } from "@/lib/prosody/periods/write";
import { previewQuery } from "./policy-queries";
import type { Draft } from "./use-draft";

const EXPIRY = {
  everywhere: "archive_expires_after",
  host: "archive_expires_after",
  rooms: "muc_log_expires_after",
  uploads: null,
};
const DAY = 86_400;
const MOST = 730;

type Props = {
  scope: PolicyScope;
  settings: readonly SettingView[];
  draft: Draft;
  mayWrite: boolean;
};

/** "What if 90 days": moves through time without touching the draft. */
export function WhatIf({ scope, settings, draft, mayWrite }: Props) {
  const { policy: t } = useText();
  const { locale } = usePreferences();
  const id = useId();
  const name = EXPIRY[scope.kind];
  const does = settings.find((it) => it.host === scope.host && it.name === name)?.meaning?.does;
  const [days, setDays] = useState(
    typeof does === "number" ? Math.min(MOST, Math.max(1, Math.round(does / DAY))) : MOST,
  );
  const asked = useDeferredValue(days);
  const change = { host: scope.host, name: name ?? "", value: writePeriod(asked) };
  const { data } = useQuery({ ...previewQuery([change]), enabled: name !== null });
  if (name === null) return null;
  return (
    <section className="what-if">
      <div className="head">
        <label className="h2" htmlFor={id}>
          {t.blast.whatIf(formatNumber(days, locale))}
        </label>
        <span className="push">
          <Num value={data?.blast.state === "ready" ? data.blast.rows : null} /> {t.blast.rows}
        </span>
      </div>
      <div className="row">
        <input
          id={id}
          type="range"
          min={1}
          max={MOST}
          value={days}
          onChange={({ target }) => setDays(Number(target.value))}
        />
        {mayWrite && (
          <Button
            small
            onClick={() => {
              draft.set(scope.host, name, writePeriod(days));
              draft.refresh();
            }}
          >
            {t.blast.keep}
          </Button>
        )}
      </div>
    </section>
  );
}
