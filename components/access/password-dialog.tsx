"use client";

import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Dialog } from "@/components/ui/dialog";
import { useText } from "@/components/use-text";

type Props = { name: string; password: string; close: () => void };

/** A password that was made here, shown once. */
export function PasswordDialog({ name, password, close }: Props) {
  const text = useText().access.dialogs;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && close()}
      title={text.passwordTitle(name)}
      note={text.passwordNote}
    >
      <div className="secret">
        <code>{password}</code>
        <CopyButton value={password} label={text.copyPassword} />
      </div>
      <div className="acts">
        <Button tone="first" onClick={close}>
          {text.done}
        </Button>
      </div>
    </Dialog>
  );
}
