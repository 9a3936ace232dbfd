"use client";

import { useState } from "react";
import { Abstract } from "@/components/ui/abstract";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Finding } from "@/components/ui/finding";
import { PageTitle } from "@/components/ui/page-title";
import { useToast } from "@/components/ui/toast";
import { useText } from "@/components/use-text";
import type { HoldView } from "@/lib/holds/views";
import { HoldTable } from "./hold-table";
import { type PlaceHold, PlaceHoldDialog } from "./place-hold-dialog";

type Props = {
  holds: HoldView[];
  /** Whether the triggers are there; without them no hold can be placed. */
  guarded: boolean;
  /** null: the operator may not place one. */
  place: PlaceHold | null;
};

export function HoldsView({ holds, guarded, place }: Props) {
  const text = useText().holds;
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const active = holds.filter(({ releasedAt }) => releasedAt === null).length;
  const act = place && guarded && (
    <Button icon="plus" onClick={() => setOpen(true)}>
      {text.place}
    </Button>
  );
  return (
    <div className="page holds">
      <PageTitle actions={act}>{text.title}</PageTitle>
      <Abstract className="mt-1">
        {active === 0 ? (
          text.none
        ) : (
          <>
            <b>{text.inForce(active)}</b>
            {text.promise}
          </>
        )}
      </Abstract>
      {!guarded && (
        <Finding tone="loss" level={2} title={text.unguarded} className="mt-6">
          {text.unguardedNote}
        </Finding>
      )}
      {holds.length === 0 ? (
        <EmptyState icon="hold" title={text.empty}>
          {text.emptyNote}
        </EmptyState>
      ) : (
        <HoldTable holds={holds} />
      )}
      {open && place && (
        <PlaceHoldDialog
          close={() => setOpen(false)}
          place={place}
          onPlaced={(id) => {
            setOpen(false);
            toast({ title: text.placed(id) });
          }}
        />
      )}
    </div>
  );
}
