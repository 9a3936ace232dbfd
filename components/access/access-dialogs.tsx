"use client";

import { useState } from "react";
import { AddOperatorDialog } from "./add-operator-dialog";
import { DeedDialog } from "./deed-dialog";
import { PasswordDialog } from "./password-dialog";
import { RolesDialog } from "./roles-dialog";
import type { Asked, OperatorActions } from "./types";

type Props = { asked: Asked; close: () => void; actions: OperatorActions };

export function AccessDialogs({ asked, close, actions }: Props) {
  const [shown, setShown] = useState<{ name: string; password: string } | null>(null);
  const show = (name: string, password: string) => {
    close();
    setShown({ name, password });
  };
  return (
    <>
      {asked?.deed === "add" && (
        <AddOperatorDialog close={close} create={actions.create} onMade={show} />
      )}
      {asked?.deed === "roles" && (
        <RolesDialog operator={asked.operator} close={close} change={actions.changeRoles} />
      )}
      {asked && asked.deed !== "add" && asked.deed !== "roles" && (
        <DeedDialog
          key={`${asked.deed} ${asked.operator.id}`}
          deed={asked.deed}
          operator={asked.operator}
          close={close}
          actions={actions}
          onPassword={show}
        />
      )}
      {shown && <PasswordDialog {...shown} close={() => setShown(null)} />}
    </>
  );
}
