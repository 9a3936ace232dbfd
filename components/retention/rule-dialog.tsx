"use client";

import { useState } from "react";
import { useDeed } from "@/components/access/use-deed";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { useText } from "@/components/use-text";
import type { NewRuleInput } from "@/lib/retention/schema";
import { MESSAGE_KINDS, type MessageKind } from "@/lib/xmpp/kinds";
import type { RetentionActions } from "./types";

const SCOPES = ["host", "owner", "kind"] as const;
type Scope = (typeof SCOPES)[number];

type Props = { close: () => void; save: RetentionActions["save"]; onSaved: () => void };

export function RuleDialog({ close, save, onSaved }: Props) {
  const text = useText();
  const { form } = text.retention;
  const [scope, setScope] = useState<Scope>("host");
  const [name, setName] = useState("");
  const [kind, setKind] = useState<MessageKind>("receipt");
  const [days, setDays] = useState("");
  const { busy, error, run } = useDeed(() => save(toRule(scope, name, kind, days)), onSaved);
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && close()}
      title={form.title}
      note={form.note}
      act={form.act}
      tone="first"
      busy={busy}
      error={error}
      onConfirm={run}
    >
      <Select
        label={form.scope}
        value={scope}
        options={SCOPES.map((value) => ({ value, label: form.scopes[value] }))}
        onValueChange={(value) => setScope(value as Scope)}
      />
      <Field
        label={scope === "owner" ? form.jid : form.host}
        hint={scope === "owner" ? form.jidHint : undefined}
        value={name}
        onChange={(event) => setName(event.target.value)}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        data-first
        required
      />
      {scope === "kind" && (
        <Select
          label={form.kind}
          value={kind}
          options={MESSAGE_KINDS.map((value) => ({ value, label: text.archive.kinds[value] }))}
          onValueChange={(value) => setKind(value as MessageKind)}
        />
      )}
      <Field
        label={form.days}
        hint={form.daysHint}
        type="number"
        min={1}
        max={36_500}
        value={days}
        onChange={(event) => setDays(event.target.value)}
      />
    </ConfirmDialog>
  );
}

function toRule(scope: Scope, name: string, kind: MessageKind, typed: string): NewRuleInput {
  const days = typed.trim() === "" ? null : Number(typed);
  if (scope === "owner") return { scope, jid: name, days };
  return scope === "kind" ? { scope, host: name, kind, days } : { scope, host: name, days };
}
