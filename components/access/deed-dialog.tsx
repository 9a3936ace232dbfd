"use client";

import { leave } from "@/components/shell/sign-out";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useToast } from "@/components/ui/toast";
import { useText } from "@/components/use-text";
import type { OperatorView } from "@/lib/access/views";
import type { ActionResult } from "@/lib/errors";
import type { Deed, OperatorActions } from "./types";
import { useDeed } from "./use-deed";

type Props = {
  deed: Exclude<Deed, "roles">;
  operator: OperatorView;
  close: () => void;
  actions: OperatorActions;
  onPassword: (name: string, password: string) => void;
};

type Answer = { password?: string; ended?: number } | undefined;

/** Disable, enable, sign out everywhere, reset: says what will happen, with counts, then does it. */
export function DeedDialog({ deed, operator, close, actions, onPassword }: Props) {
  const text = useText().access;
  const toast = useToast();
  const { name, self, sessions } = operator;
  const count = sessions.length;
  const words = {
    disable: [
      text.dialogs.disableTitle(name),
      text.dialogs.disableNote(count),
      text.actions.disable,
    ],
    enable: [text.dialogs.enableTitle(name), text.dialogs.enableNote, text.actions.enable],
    reset: [text.dialogs.resetTitle(name), text.dialogs.resetNote(count), text.actions.reset],
    signOut: [
      text.dialogs.signOutTitle(name),
      text.dialogs.signOutNote(count),
      text.actions.signOut,
    ],
  }[deed] as [string, string, string];

  const finish = (answer: Answer) => {
    if (answer?.password) return onPassword(name, answer.password);
    if (deed === "signOut" && self) return void leave();
    const title = {
      disable: text.done.disabled(name),
      enable: text.done.enabled(name),
      reset: name,
      signOut: text.done.signedOut(name, answer?.ended ?? count),
    }[deed];
    toast({ tone: "fine", title, note: text.done.onTrail });
    close();
  };
  const { busy, error, run } = useDeed(
    () => actions[deed]({ id: operator.id }) as Promise<ActionResult<Answer>>,
    finish,
  );
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && close()}
      title={words[0]}
      note={deed === "signOut" && self ? `${words[1]} ${text.dialogs.signOutSelf}` : words[1]}
      act={words[2]}
      tone={deed === "enable" ? "first" : "loss"}
      busy={busy}
      error={error}
      onConfirm={run}
    />
  );
}
