"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState, useTransition } from "react";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Field } from "@/components/ui/field";
import { Segmented } from "@/components/ui/segmented";
import { Select } from "@/components/ui/select";
import { useToast } from "@/components/ui/toast";
import { useText } from "@/components/use-text";
import type { ActionResult } from "@/lib/errors";
import { sentenceOf } from "@/lib/refusal";
import type { LimitRequest } from "@/lib/storage/limit-schema";
import type { StorageLimit } from "@/lib/storage/views";
import { useFigures } from "../frame/use-figures";
import { STORAGE } from "../storage-queries";
import { bytesOf, inUnits, SIZE_UNITS, type SizeUnit } from "./size-of";

export type SetLimit = (input: LimitRequest) => Promise<ActionResult<{ version: number }>>;

type Props = { limit: StorageLimit; change: SetLimit; close: () => void };

/** The volume, or a size of the whole database. */
export function LimitDialog({ limit, change, close }: Props) {
  const { storage, errors } = useText();
  const t = storage.limit;
  const { value, locale } = useFigures();
  const toast = useToast();
  const client = useQueryClient();
  const [busy, start] = useTransition();
  const [error, setError] = useState<string | null>(null);
  const before = inUnits(limit.bytes ?? limit.databaseBytes, locale);
  const [kind, setKind] = useState<"volume" | "size">("size");
  const [size, setSize] = useState(limit.bytes === null ? "" : before.size);
  const [unit, setUnit] = useState<SizeUnit>(before.unit);
  const save = () =>
    start(async () => {
      const bytes = kind === "volume" ? null : bytesOf(size, unit);
      if (kind === "size" && bytes === null) return setError(errors["limit-number"]);
      const result = await change({ bytes, version: limit.version }).catch(() => null);
      void client.invalidateQueries({ queryKey: [STORAGE] });
      if (!result) return setError(t.failed);
      if (!result.ok) return setError(sentenceOf(errors, result.error));
      toast({ tone: "fine", title: t.done, note: t.onTrail });
      close();
    });
  const { databaseBytes, freeBytes } = limit;
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && close()}
      title={t.title}
      note={t.note}
      act={t.save}
      tone="first"
      busy={busy}
      error={kind === "volume" ? error : null}
      onConfirm={save}
    >
      <Segmented
        className="justify-self-start"
        label={t.choice}
        value={kind}
        options={(["size", "volume"] as const).map((it) => ({ value: it, label: t.choices[it] }))}
        onValueChange={(chosen) => {
          setError(null);
          setKind(chosen);
        }}
      />
      {kind === "volume" ? (
        <p className="cap">
          {freeBytes === null ? t.volumeUnknown : t.volumeHint(value("bytes", freeBytes))}
        </p>
      ) : (
        <div className="row limit-size">
          <Field
            label={t.size}
            inputMode="decimal"
            autoComplete="off"
            data-first
            value={size}
            onChange={(event) => setSize(event.target.value)}
            hint={t.hint(value("bytes", databaseBytes))}
            error={error}
          />
          <Select
            label={t.unit}
            value={unit}
            options={SIZE_UNITS.map((it) => ({ value: it, label: it }))}
            onValueChange={(it) => setUnit(it as SizeUnit)}
          />
        </div>
      )}
    </ConfirmDialog>
  );
}
