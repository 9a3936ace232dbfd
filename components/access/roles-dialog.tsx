"use client";

import { useState } from "react";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useToast } from "@/components/ui/toast";
import { useText } from "@/components/use-text";
import type { OperatorView } from "@/lib/access/views";
import type { Role } from "@/lib/auth/permissions";
import { RoleChoice } from "./role-choice";
import type { OperatorActions } from "./types";
import { useDeed } from "./use-deed";

type Props = {
  operator: OperatorView;
  close: () => void;
  change: OperatorActions["changeRoles"];
};

export function RolesDialog({ operator, close, change }: Props) {
  const text = useText().access;
  const toast = useToast();
  const { id, name, self } = operator;
  const [roles, setRoles] = useState<Role[]>(operator.roles);
  const { busy, error, run } = useDeed(
    () => change({ id, roles }),
    () => {
      toast({ tone: "fine", title: text.done.roles(name), note: text.done.onTrail });
      close();
    },
  );
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && close()}
      title={text.dialogs.rolesTitle(name)}
      note={text.dialogs.rolesNote}
      act={text.dialogs.rolesAct}
      tone="first"
      busy={busy}
      error={error}
      onConfirm={run}
    >
      <RoleChoice
        value={roles}
        onChange={setRoles}
        fixed={
          self && operator.roles.includes("admin")
            ? { role: "admin", why: text.dialogs.rolesSelf }
            : null
        }
      />
    </ConfirmDialog>
  );
}
