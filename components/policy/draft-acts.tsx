"use client";

import type { Route } from "next";
import Link from "next/link";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { useToast } from "@/components/ui/toast";
import { useText } from "@/components/use-text";
import type { ApprovalView } from "@/lib/approvals/views";
import type { AskedSecond } from "@/lib/policy/approval";
import type { Applied } from "@/lib/policy/commands/apply";
import type { PolicyView } from "@/lib/policy/views";
import { sentenceOf } from "@/lib/refusal";
import type { Preview } from "./policy-queries";
import type { PolicyActions } from "./types";
import type { Draft } from "./use-draft";

type Props = {
  policy: PolicyView;
  draft: Draft;
  preview: Preview | null;
  /** The open request for a second person's yes. */
  request: ApprovalView | null;
  actions: PolicyActions;
  /** Kept above, because a draft that is saved on the way makes everything here begin anew. */
  error: string | null;
  onError: (error: string | null) => void;
  /** Reads everything anew. */
  onDone: (applied: Applied | AskedSecond | null) => void;
};

/** Reason, save, apply, discard. */
export function DraftActs(props: Props) {
  const { policy, draft, preview, request, actions, error, onError, onDone } = props;
  const { policy: texts, approvals, errors } = useText();
  const t = texts.draft;
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const { version } = policy.draft;
  const needsSecond = preview?.blast.needsSecond ?? false;

  const save = async (changes = draft.changes, reason = draft.reason): Promise<number | null> => {
    if (changes === draft.changes && draft.saved) return version;
    const result = await actions.save({ version, changes, reason });
    if (result.ok) return result.value;
    onError(sentenceOf(errors, result.error));
    return null;
  };
  const during = async (deed: () => Promise<void>) => {
    setBusy(true);
    onError(null);
    await deed().finally(() => setBusy(false));
  };
  const keep = () =>
    during(async () => {
      if ((await save()) === null) return;
      toast({ tone: "fine", title: t.saved });
      onDone(null);
    });
  const discard = () =>
    during(async () => {
      if (policy.draft.changes.length > 0 && (await save([], "")) === null) return;
      draft.replace([]);
      draft.setReason("");
      toast({ tone: "fine", title: t.discarded });
      onDone(null);
    });
  const apply = () =>
    during(async () => {
      const saved = await save();
      if (saved === null) return;
      const result = await actions.apply({
        version: saved,
        fileHash: preview?.plan?.fileHash ?? null,
      });
      if (!result.ok) onError(sentenceOf(errors, result.error));
      onDone(result.ok ? result.value : null);
    });

  return (
    <section className="act">
      {needsSecond && <p className="note">{texts.blast.second}</p>}
      {needsSecond && request && (
        <p className="cap">
          {approvals.kinds[request.kind]}: {approvals.states[request.state]}.{" "}
          <Link href={"/approvals" as Route} className="link">
            {t.toApprovals}
          </Link>
        </p>
      )}
      <Field
        label={t.reason}
        hint={t.reasonHint}
        rows={2}
        maxLength={500}
        value={draft.reason}
        onChange={({ target }) => draft.setReason(target.value)}
      />
      {error && (
        <p className="wrong" role="alert">
          {error}
        </p>
      )}
      <div className="row wrap">
        <Button tone="first" busy={busy} disabled={preview === null} onClick={apply}>
          {needsSecond && !request ? t.ask : t.apply}
        </Button>
        <Button busy={busy} onClick={keep}>
          {t.save}
        </Button>
        <Button busy={busy} className="push" onClick={discard}>
          {t.discard}
        </Button>
      </div>
      {policy.draft.savedBy && <p className="cap">{t.savedBy(policy.draft.savedBy)}</p>}
    </section>
  );
}
