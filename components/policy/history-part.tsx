"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { DateTime } from "@/components/ui/date-time";
import { EmptyState } from "@/components/ui/empty-state";
import { useToast } from "@/components/ui/toast";
import { useText } from "@/components/use-text";
import type { VersionView } from "@/lib/policy/views";
import { sentenceOf } from "@/lib/refusal";
import { LineDiff } from "./line-diff";
import type { PolicyActions } from "./types";
import type { Draft } from "./use-draft";

type Props = {
  versions: readonly VersionView[];
  draft: Draft;
  back: PolicyActions["back"] | null;
};

/** Who wrote what when, and the way back to it. */
export function HistoryPart({ versions, draft, back }: Props) {
  const { policy: texts, errors } = useText();
  const t = texts.versions;
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  if (versions.length === 0) return <EmptyState title={t.empty}>{t.emptyNote}</EmptyState>;
  const goBack = async (id: number) => {
    if (!back) return;
    setBusy(true);
    const result = await back({ id }).finally(() => setBusy(false));
    if (!result.ok) return toast({ tone: "loss", title: sentenceOf(errors, result.error) });
    if (result.value.length === 0) return toast({ title: t.backSame });
    draft.replace(result.value);
    toast({ tone: "fine", title: t.backNote });
  };
  return (
    <div className="versions">
      {versions.map((it) => (
        <section key={it.id} aria-label={t.title(it.id)}>
          <div className="head">
            <h2 className="h2">{t.title(it.id)}</h2>
            <DateTime stamp={Math.floor(Date.parse(it.at) / 1000)} className="cap" />
            <span className="cap">
              {it.operator}
              {it.draftedBy !== it.operator && `, ${t.second(it.draftedBy)}`}
              {it.approvedBy !== null && `, ${t.approved(it.approvedBy)}`}
            </span>
            {back && (
              <span className="push">
                <Button small busy={busy} onClick={() => goBack(it.id)}>
                  {t.back}
                </Button>
              </span>
            )}
          </div>
          <p>
            <bdi>{it.reason}</bdi>
          </p>
          {(it.rowsLost ?? 0) > 0 && <p className="cap">{t.rows(it.rowsLost ?? 0)}</p>}
          {it.diff.length > 0 && (
            <LineDiff diff={it.diff} label={`${t.title(it.id)}: ${texts.file.label}`} />
          )}
          {it.env.map(({ variable, before, after }) => (
            <p key={variable} className="mono cap">
              {variable}= <s>{before}</s> {after}
            </p>
          ))}
        </section>
      ))}
      {back && (
        <Button small busy={busy} onClick={() => goBack(0)}>
          {t.backBefore}
        </Button>
      )}
    </div>
  );
}
