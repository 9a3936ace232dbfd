"use client";

import { useState } from "react";
import { useDeed } from "@/components/access/use-deed";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Field } from "@/components/ui/field";
import { useToast } from "@/components/ui/toast";
import { useText } from "@/components/use-text";
import type { ApprovalActions, AskedDeed } from "./types";

type Props = { asked: NonNullable<AskedDeed>; close: () => void; actions: ApprovalActions };

export function ApprovalDialog({ asked: { deed, approval }, close, actions }: Props) {
  const text = useText().approvals;
  const toast = useToast();
  const { id, sha256 } = approval;
  const [reason, setReason] = useState("");
  const act = () => {
    if (deed === "cancel") return actions.cancel({ id });
    return deed === "approve"
      ? actions.approve({ id, sha256 })
      : actions.refuse({ id, sha256, reason });
  };
  const { busy, error, run } = useDeed(act, () => {
    close();
    toast({ title: text.done[deed] });
  });
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && close()}
      title={text.dialogs[deed]}
      note={text.dialogs[`${deed}Note`]}
      act={text[deed]}
      tone={deed === "approve" ? "first" : "loss"}
      busy={busy}
      error={error}
      onConfirm={run}
    >
      <p className="note">
        {text.kinds[approval.kind]}: <bdi>{approval.subject}</bdi>
      </p>
      {deed === "refuse" && (
        <Field
          label={text.reason}
          hint={text.refuseHint}
          rows={2}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          minLength={8}
          maxLength={500}
          data-first
          required
        />
      )}
    </ConfirmDialog>
  );
}
