"use client";

import { useDeed } from "@/components/access/use-deed";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { useText } from "@/components/use-text";
import type { ActionResult } from "@/lib/errors";
import { capital } from "@/lib/format/count-word";
import type { HoldScopeInput } from "@/lib/holds/schema";
import { HOLD_KINDS, type HoldKind } from "@/lib/holds/views";
import { CoverLine } from "./cover-line";
import { useHoldForm } from "./use-hold-form";

export type PlaceHold = (input: {
  scope: HoldScopeInput;
  reason: string;
}) => Promise<ActionResult<{ id: number }>>;

type Props = { close: () => void; place: PlaceHold; onPlaced: (id: number) => void };

export function PlaceHoldDialog({ close, place, onPlaced }: Props) {
  const text = useText().holds;
  const { form, set, scope, valid, cover } = useHoldForm();
  const { kind } = form;
  const { busy, error, run } = useDeed(
    () => place({ scope, reason: form.reason }),
    ({ id }) => onPlaced(id),
  );
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && close()}
      title={text.form.title}
      note={text.form.note}
      act={text.form.act}
      tone="first"
      busy={busy}
      error={error}
      onConfirm={run}
    >
      <Select
        label={text.form.kind}
        value={kind}
        options={HOLD_KINDS.map((value) => ({ value, label: capital(text.kinds[value]) }))}
        onValueChange={(value) => set({ kind: value as HoldKind })}
      />
      <Field
        label={text.form[kind]}
        hint={kind === "host" ? undefined : text.form.jidHint}
        value={form.name}
        onChange={(event) => set({ name: event.target.value })}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        data-first
        required
      />
      {kind === "conversation" && (
        <Field
          label={text.form.peer}
          value={form.peer}
          onChange={(event) => set({ peer: event.target.value })}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          required
        />
      )}
      <p className="cap">{text.form.keeps[kind]}</p>
      <Days form={form} set={set} />
      <p className="note" aria-live="polite">
        {valid && <CoverNote cover={cover} />}
      </p>
      <Field
        label={text.form.reason}
        hint={text.form.reasonHint}
        rows={2}
        value={form.reason}
        onChange={(event) => set({ reason: event.target.value })}
        minLength={8}
        maxLength={500}
        required
      />
    </ConfirmDialog>
  );
}

type Form = ReturnType<typeof useHoldForm>;

function Days({ form, set }: Pick<Form, "form" | "set">) {
  const text = useText().holds.form;
  return (
    <div className="grid gap-1">
      <div className="row wrap">
        <Field
          type="date"
          label={text.fromDay}
          value={form.from}
          onChange={(event) => set({ from: event.target.value })}
        />
        <Field
          type="date"
          label={text.toDay}
          value={form.to}
          onChange={(event) => set({ to: event.target.value })}
        />
      </div>
      <p className="cap">{text.days}</p>
    </div>
  );
}

function CoverNote({ cover: { data, isError } }: Pick<Form, "cover">) {
  const { cover, form } = useText().holds;
  if (isError) return `${cover.label}: ${cover.failed}`;
  if (!data) return cover.counting;
  return (
    <>
      {cover.label} <CoverLine cover={data} />.{data.wholeArchives && ` ${form.wholeArchives}`}
    </>
  );
}
