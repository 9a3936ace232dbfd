"use client";

import { debounce, useQueryStates } from "nuqs";
import { useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { useText } from "@/components/use-text";
import { AUDIT_ACTIONS } from "@/lib/audit/actions";
import { auditParams } from "./search-params";

const dayText = (day: Date | null) => day?.toISOString().slice(0, 10) ?? "";
const toDay = (text: string) => (text ? new Date(`${text}T00:00:00Z`) : null);

/** Filters as one types; every change starts again at the newest entry. */
export function AuditFilterBar() {
  const { filters: text, actions } = useText().audit;
  const [busy, startTransition] = useTransition();
  const [state, setState] = useQueryStates(auditParams, { shallow: false, startTransition });
  const set = (patch: Partial<typeof state>, typed = false) =>
    setState(
      { ...patch, before: null, entry: null },
      typed ? { limitUrlUpdates: debounce(400) } : undefined,
    );
  const filtered =
    state.operator || state.action || state.subject || state.from || state.to || state.before;
  return (
    <search aria-label={text.legend} aria-busy={busy} className="sift noprint">
      <div className="operator">
        <Field
          label={text.operator}
          value={state.operator ?? ""}
          onChange={(event) => set({ operator: event.target.value || null }, true)}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
      </div>
      <Select
        label={text.action}
        value={state.action ?? ""}
        onValueChange={(action) => set({ action: action || null })}
        options={[
          { value: "", label: text.anyAction },
          ...AUDIT_ACTIONS.map((value) => ({ value, label: actions[value] ?? value })),
        ]}
      />
      <div className="subject">
        <Field
          label={text.subject}
          value={state.subject ?? ""}
          onChange={(event) => set({ subject: event.target.value || null }, true)}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          data-page-filter
        />
      </div>
      <Field
        label={text.from}
        type="date"
        value={dayText(state.from)}
        max={dayText(state.to) || undefined}
        onChange={(event) => set({ from: toDay(event.target.value) })}
      />
      <Field
        label={text.to}
        type="date"
        value={dayText(state.to)}
        min={dayText(state.from) || undefined}
        onChange={(event) => set({ to: toDay(event.target.value) })}
      />
      {filtered && <Button onClick={() => setState(null)}>{text.reset}</Button>}
    </search>
  );
}
