"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Code } from "@/components/ui/code";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { CopyButton } from "@/components/ui/copy-button";
import { useText } from "@/components/use-text";
import type { IndexAdvice } from "@/lib/storage/database-views";
import type { Work } from "@/lib/storage/maintenance-schema";
import { shortName } from "../database/names";
import type { Maintenance } from "../database/use-maintenance";
import { useFigures } from "../frame/use-figures";

const WORKS: Partial<Record<IndexAdvice["advice"], Work>> = {
  create: "create-index",
  drop: "drop-index",
  rebuild: "reindex",
};

type Props = { index: IndexAdvice; maintenance: Maintenance };

/** What the advice comes to: one button, dropping asks once more; who may not act gets the statement. */
export function IndexAct({ index, maintenance }: Props) {
  const { tables, jobs } = useText();
  const t = tables.indexes;
  const { value } = useFigures();
  const [asks, setAsks] = useState(false);
  const { advice, target, statement } = index;
  const work = WORKS[advice];
  if (!work || !statement) return null;
  const name = shortName(index.name);
  if (!maintenance.may)
    return (
      <div className="mt-2">
        <Code label={t.statement} wraps>
          {statement}
        </Code>
        <CopyButton value={statement} label={jobs.copy} words />
      </div>
    );
  const busy = maintenance.isUnderWay(work, target);
  const word = { create: t.create, drop: t.drop, rebuild: t.rebuild }[advice as "create"];
  const label = { create: t.createOf, drop: t.dropOf, rebuild: t.rebuildOf }[advice as "create"](
    name,
  );
  const begin = () => void maintenance.ask(work, target);
  return (
    <div className="mt-2">
      <Button
        small
        tone={advice === "drop" ? "loss" : undefined}
        busy={busy}
        aria-label={label}
        onClick={advice === "drop" ? () => setAsks(true) : begin}
      >
        {busy ? tables.care.under : word}
      </Button>
      {asks && (
        <ConfirmDialog
          open
          onOpenChange={setAsks}
          title={t.dropTitle}
          note={t.dropNote(value("bytes", index.bytes ?? 0))}
          act={t.dropAct}
          typed={name}
          onConfirm={() => {
            setAsks(false);
            begin();
          }}
        />
      )}
    </div>
  );
}
