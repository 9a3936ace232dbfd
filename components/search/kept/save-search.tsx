"use client";

import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { useToast } from "@/components/ui/toast";
import { useText } from "@/components/use-text";
import { MAX_NAME_LENGTH } from "@/lib/search/kept-views";
import { type SearchDeeds, useSearchDeed } from "../deeds";

type Props = { text: string; save: SearchDeeds["save"] };

/** Keeps what is asked under a name, for oneself or for everybody. */
export function SaveSearch({ text, save }: Props) {
  const t = useText().search.save;
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={t.title}
      trigger={<Button small>{t.act}</Button>}
    >
      <SaveForm text={text} save={save} onDone={() => setOpen(false)} />
    </Dialog>
  );
}

function SaveForm({ text, save, onDone }: Props & { onDone: () => void }) {
  const { search, ui } = useText();
  const t = search.save;
  const toast = useToast();
  const [name, setName] = useState("");
  const [shared, setShared] = useState(false);
  const { busy, error, run } = useSearchDeed();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    run(
      () => save({ text, name, shared }),
      () => {
        toast({ tone: "fine", title: t.done });
        onDone();
      },
    );
  };
  return (
    <form onSubmit={submit} className="grid gap-4">
      <Field
        label={t.name}
        hint={t.nameHint}
        error={error}
        value={name}
        required
        maxLength={MAX_NAME_LENGTH}
        autoComplete="off"
        onChange={(event) => setName(event.target.value)}
      />
      <Checkbox
        label={t.shared}
        hint={t.sharedHint}
        checked={shared}
        onChange={(event) => setShared(event.target.checked)}
      />
      <div className="acts">
        <Button type="submit" tone="first" busy={busy}>
          {t.confirm}
        </Button>
        <Button onClick={onDone}>{ui.cancel}</Button>
      </div>
    </form>
  );
}
