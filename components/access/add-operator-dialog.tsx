"use client";

import { useState } from "react";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Field } from "@/components/ui/field";
import { useText } from "@/components/use-text";
import type { Role } from "@/lib/auth/permissions";
import { RoleChoice } from "./role-choice";
import type { OperatorActions } from "./types";
import { useDeed } from "./use-deed";

type Props = {
  close: () => void;
  create: OperatorActions["create"];
  onMade: (name: string, password: string) => void;
};

export function AddOperatorDialog({ close, create, onMade }: Props) {
  const text = useText().access.dialogs;
  const [name, setName] = useState("");
  const [roles, setRoles] = useState<Role[]>([]);
  const { busy, error, run } = useDeed(
    () => create({ name, roles }),
    (made) => onMade(made.name, made.password),
  );
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && close()}
      title={text.addTitle}
      note={text.addNote}
      act={text.addAct}
      tone="first"
      busy={busy}
      error={error}
      onConfirm={run}
    >
      <Field
        label={text.name}
        hint={text.nameHint}
        value={name}
        onChange={(event) => setName(event.target.value)}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        required
      />
      <RoleChoice value={roles} onChange={setRoles} />
    </ConfirmDialog>
  );
}
