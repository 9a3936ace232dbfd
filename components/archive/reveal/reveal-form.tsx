"use client";

import { type FormEvent, type KeyboardEvent, type ReactNode, useState, useTransition } from "react";
import type { OwnerRef } from "@/components/archive/archive-queries";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { useText } from "@/components/use-text";
import { sentenceOf } from "@/lib/refusal";
import type { OpenReveal } from "./reading-notice";

/** One archive, all of a host, everything. */
export type RevealScope = OwnerRef | { host: string; user: null } | { host: null; user: null };

const MINUTES = [5, 10, 15];

type Props = {
  /** null: not chosen yet; then nothing is opened. */
  scope: RevealScope | null;
  openReveal: OpenReveal;
  onDone(): void;
  /** Above the reason: what the reading opens. */
  children?: ReactNode;
};

/** A reason may have lines, so Enter is one; with Ctrl or ⌘ it is done. */
function submitOnKey(event: KeyboardEvent<HTMLTextAreaElement>) {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  event.currentTarget.form?.requestSubmit();
}

/** Reason and length of a reading. */
export function RevealForm({ scope, openReveal, onDone, children }: Props) {
  const { reading: t, errors } = useText();
  const [reason, setReason] = useState("");
  const [minutes, setMinutes] = useState(15);
  const [error, setError] = useState<string | null>(null);
  const [busy, startOpening] = useTransition();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!scope) return;
    startOpening(async () => {
      const result = await openReveal({ ...scope, reason, minutes });
      if (!result.ok) return setError(sentenceOf(errors, result.error));
      setReason("");
      onDone();
    });
  };
  return (
    <form onSubmit={submit} className="grid gap-4">
      {children}
      <Field
        label={t.reason}
        hint={t.reasonHint}
        error={error}
        rows={3}
        data-first
        onKeyDown={submitOnKey}
        value={reason}
        required
        minLength={8}
        maxLength={500}
        onChange={(event) => {
          setReason(event.currentTarget.value);
          setError(null);
        }}
      />
      <Select
        label={t.minutes}
        value={String(minutes)}
        options={MINUTES.map((count) => ({
          value: String(count),
          label: t.minutesOption(count),
        }))}
        onValueChange={(value) => setMinutes(Number(value))}
      />
      <div className="acts">
        <Button type="submit" tone="first" busy={busy} aria-disabled={!scope || undefined}>
          {t.confirm}
        </Button>
        <Button onClick={onDone}>{t.cancel}</Button>
      </div>
    </form>
  );
}
