"use client";

import { type FormEvent, useState, useTransition } from "react";
import type { OwnerRef } from "@/components/archive/archive-queries";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { useText } from "@/components/use-text";
import type { OpenReveal } from "./reading-notice";

const MINUTES = [5, 10, 15];

type Props = {
  open: boolean;
  onOpenChange(open: boolean): void;
  owner: OwnerRef;
  jid: string;
  openReveal: OpenReveal;
};

/** Asks for the reason: it goes to the audit trail before the first word is shown. */
export function RevealDialog({ open, onOpenChange, owner, jid, openReveal }: Props) {
  const t = useText().archive.reading;
  const [reason, setReason] = useState("");
  const [minutes, setMinutes] = useState(15);
  const [error, setError] = useState<string | null>(null);
  const [busy, startOpening] = useTransition();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    startOpening(async () => {
      const result = await openReveal({ ...owner, reason, minutes });
      if (!result.ok) return setError(result.error.message);
      setReason("");
      onOpenChange(false);
    });
  };
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={<bdi>{t.dialogTitle(jid)}</bdi>}
      note={t.dialogWhy}
    >
      <form onSubmit={submit} className="grid gap-4">
        <Field
          label={t.reason}
          hint={t.reasonHint}
          error={error}
          rows={3}
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
          <Button type="submit" tone="first" busy={busy}>
            {t.confirm}
          </Button>
          <Button onClick={() => onOpenChange(false)}>{t.cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}
