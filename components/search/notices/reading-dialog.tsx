"use client";

import { useState } from "react";
import type { OpenReveal } from "@/components/archive/reveal/reading-notice";
import { RevealForm } from "@/components/archive/reveal/reveal-form";
import { Dialog } from "@/components/ui/dialog";
import { Segmented } from "@/components/ui/segmented";
import { Select } from "@/components/ui/select";
import { useText } from "@/components/use-text";
import { NameField } from "../filters/name-field";
import { type ScopeChoice, scopeOf } from "./scope-of";

type Props = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  proposed: ScopeChoice;
  hosts: readonly string[];
  openReveal: OpenReveal;
};

/** A reading for searching: of everything, a host, or one archive. */
export function ReadingDialog({ open, onOpenChange, ...rest }: Props) {
  const t = useText().search.reading;
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t.dialogTitle} note={t.note}>
      <ReadingForm {...rest} onDone={() => onOpenChange(false)} />
    </Dialog>
  );
}

type FormProps = Pick<Props, "proposed" | "hosts" | "openReveal"> & { onDone: () => void };

function ReadingForm({ proposed, hosts, openReveal, onDone }: FormProps) {
  const t = useText().search.reading;
  const [chosen, choose] = useState(proposed);
  const { kind, host, owner } = chosen;
  const scope = scopeOf(chosen);
  return (
    <RevealForm scope={scope} openReveal={openReveal} onDone={onDone}>
      <div className="labelled">
        <span className="name" aria-hidden="true">
          {t.scope}
        </span>
        <span>
          <Segmented
            label={t.scope}
            value={kind}
            options={(["everything", "host", "owner"] as const).map((value) => ({
              value,
              label: t[value],
            }))}
            onValueChange={(next) => choose({ ...chosen, kind: next })}
          />
        </span>
      </div>
      {kind === "host" && (
        <Select
          label={t.whichHost}
          value={host}
          options={hosts.map((it) => ({ value: it, label: it }))}
          onValueChange={(next) => choose({ ...chosen, host: next })}
        />
      )}
      {kind === "owner" && (
        <NameField
          label={t.whichOwner}
          hint={t.ownerHint}
          error={owner !== "" && !scope ? t.ownerWrong : null}
          value={owner}
          onValue={(next) => choose({ ...chosen, owner: next })}
        />
      )}
    </RevealForm>
  );
}
