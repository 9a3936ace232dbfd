"use client";

import { useDeed } from "@/components/access/use-deed";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useToast } from "@/components/ui/toast";
import { useText } from "@/components/use-text";
import type { RuleView } from "@/lib/retention/views";
import { RuleDialog } from "./rule-dialog";
import type { RetentionActions } from "./types";

export type AskedRetention = "rule" | "run" | { remove: RuleView } | null;

type Props = {
  asked: NonNullable<AskedRetention>;
  close: () => void;
  actions: RetentionActions;
};

/** The dialog that is open: a new rule, a cleanup, or a rule that is to go. */
export function RetentionDialogs({ asked, close, actions }: Props) {
  const text = useText().retention.form;
  const toast = useToast();
  if (asked === "run") return <RunDialog close={close} start={actions.start} />;
  const done = (title: string) => () => {
    close();
    toast({ title });
  };
  return asked === "rule" ? (
    <RuleDialog close={close} save={actions.save} onSaved={done(text.saved)} />
  ) : (
    <RemoveDialog
      rule={asked.remove}
      close={close}
      remove={actions.remove}
      onGone={done(text.removed)}
    />
  );
}

function RunDialog({ close, start }: { close: () => void; start: RetentionActions["start"] }) {
  const text = useText().retention.run;
  const toast = useToast();
  const { busy, error, run } = useDeed(
    () => start({ host: null, dryRun: false }),
    (started) => {
      close();
      if ("run" in started) toast({ title: text.started });
      else toast({ title: started.ripeAt === null ? text.asked : text.askedAlone });
    },
  );
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && close()}
      title={text.confirmTitle}
      note={text.confirmNote}
      act={text.start}
      busy={busy}
      error={error}
      onConfirm={run}
    />
  );
}

type RemoveProps = {
  rule: RuleView;
  close: () => void;
  remove: RetentionActions["remove"];
  onGone: () => void;
};

function RemoveDialog({ rule, close, remove, onGone }: RemoveProps) {
  const { form, rules } = useText().retention;
  const { busy, error, run } = useDeed(() => remove({ id: rule.id }), onGone);
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && close()}
      title={form.removeTitle}
      note={form.removeNote}
      act={rules.remove}
      busy={busy}
      error={error}
      onConfirm={run}
    />
  );
}
