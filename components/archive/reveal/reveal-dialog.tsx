"use client";

import type { OwnerRef } from "@/components/archive/archive-queries";
import { Dialog } from "@/components/ui/dialog";
import { useText } from "@/components/use-text";
import type { OpenReveal } from "./reading-notice";
import { RevealForm } from "./reveal-form";

type Props = {
  open: boolean;
  onOpenChange(open: boolean): void;
  owner: OwnerRef;
  jid: string;
  openReveal: OpenReveal;
};

/** Asks for the reason: it goes to the audit trail before the first word is shown. */
export function RevealDialog({ open, onOpenChange, owner, jid, openReveal }: Props) {
  const t = useText().reading;
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={<bdi>{t.dialogTitle(jid)}</bdi>}
      note={t.dialogWhy}
    >
      <RevealForm scope={owner} openReveal={openReveal} onDone={() => onOpenChange(false)} />
    </Dialog>
  );
}
