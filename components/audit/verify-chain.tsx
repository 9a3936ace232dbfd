"use client";

import { useState, useTransition } from "react";
import { usePreferences } from "@/components/preferences";
import { Button } from "@/components/ui/button";
import { Finding } from "@/components/ui/finding";
import { useText } from "@/components/use-text";
import type { AuditVerdict } from "@/lib/audit/verify";
import type { ActionResult } from "@/lib/errors";
import { formatNumber } from "@/lib/format/number";
import { formatStamp } from "@/lib/format/stamp";
import { sentenceOf } from "@/lib/refusal";

export type VerifyAction = () => Promise<ActionResult<AuditVerdict>>;

type Answer = ActionResult<AuditVerdict> | "lost";

/** The button and, under the abstract, the verdict that stays. */
export function useVerify(verify: VerifyAction) {
  const text = useText().audit.verify;
  const [busy, start] = useTransition();
  const [answer, setAnswer] = useState<Answer | null>(null);
  const run = () =>
    start(async () => {
      setAnswer(await verify().catch(() => "lost" as const));
    });
  const button = (
    <Button icon="shield" busy={busy} onClick={run}>
      {busy ? text.busy : text.act}
    </Button>
  );
  return { button, verdict: <div aria-live="polite">{answer && <Verdict answer={answer} />}</div> };
}

function Verdict({ answer }: { answer: Answer }) {
  const { audit, errors } = useText();
  const text = audit.verify;
  const { locale } = usePreferences();
  const number = (n: number) => formatNumber(n, locale);
  const said = () => {
    if (answer === "lost") return <Finding level={2} tone="loss" title={text.failed} />;
    if (!answer.ok) {
      return (
        <Finding level={2} tone="loss" title={text.failed}>
          {sentenceOf(errors, answer.error)}
        </Finding>
      );
    }
    const { ok, entries, firstBad, checkpoints } = answer.value;
    if (ok || !firstBad) {
      return (
        <Finding level={2} tone="fine" title={text.good(number(entries))}>
          {text.goodNote} <Checkpoints of={checkpoints} />
        </Finding>
      );
    }
    return (
      <Finding level={2} tone="loss" title={text.bad(number(firstBad.seq))}>
        {text.badNote(number(entries))} {firstBad.why}.
      </Finding>
    );
  };
  return <div className="proof">{said()}</div>;
}

function Checkpoints({ of }: { of: AuditVerdict["checkpoints"] }) {
  const text = useText().audit.verify;
  const { locale, zone } = usePreferences();
  const number = (n: number) => formatNumber(n, locale);
  if (!of?.last) return text.unsigned;
  const at = `${formatStamp(Date.parse(of.last.at) / 1_000, zone)} ${zone}`;
  return (
    <>
      {text.signed(number(of.count), number(of.last.seq), at)}
      {of.strange > 0 && ` ${text.strange(number(of.strange))}`}
    </>
  );
}
