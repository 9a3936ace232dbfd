"use client";

import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { useText } from "@/components/use-text";
import { MAX_NAME_LENGTH } from "@/lib/search/kept-views";
import { type SearchDeeds, useSearchDeed } from "../deeds";

type Props = { id: string; name: string; onClose: () => void };

export function RenameDialog({
  id,
  name,
  onClose,
  rename,
}: Props & { rename: SearchDeeds["rename"] }) {
  const { search, ui } = useText();
  const [next, setNext] = useState(name);
  const { busy, error, run } = useSearchDeed();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    run(() => rename({ id, name: next }), onClose);
  };
  return (
    <Dialog open onOpenChange={onClose} title={search.kept.renameTitle}>
      <form onSubmit={submit} className="grid gap-4">
        <Field
          label={search.save.name}
          error={error}
          value={next}
          required
          maxLength={MAX_NAME_LENGTH}
          autoComplete="off"
          onChange={(event) => setNext(event.target.value)}
        />
        <div className="acts">
          <Button type="submit" tone="first" busy={busy}>
            {search.kept.rename}
          </Button>
          <Button onClick={onClose}>{ui.cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}

export function RemoveDialog({
  id,
  name,
  onClose,
  remove,
}: Props & { remove: SearchDeeds["remove"] }) {
  const t = useText().search.kept;
  const { busy, error, run } = useSearchDeed();
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={<bdi>{t.removeTitle(name)}</bdi>}
      note={t.removeNote}
      act={t.remove}
      busy={busy}
      error={error}
      onConfirm={() => run(() => remove({ id }), onClose)}
    />
  );
}
