"use client";

import { useState } from "react";
import { Abstract } from "@/components/ui/abstract";
import { EmptyState } from "@/components/ui/empty-state";
import { PageTitle } from "@/components/ui/page-title";
import { useText } from "@/components/use-text";
import type { ApprovalView } from "@/lib/approvals/views";
import { ApprovalDialog } from "./approval-dialog";
import { ApprovalEntry } from "./approval-entry";
import { PastApprovals } from "./past-approvals";
import type { ApprovalActions, AskedDeed } from "./types";

type Props = { open: ApprovalView[]; past: ApprovalView[]; actions: ApprovalActions };

export function ApprovalsView({ open, past, actions }: Props) {
  const text = useText().approvals;
  const [asked, setAsked] = useState<AskedDeed>(null);
  const waiting = open.filter(({ state }) => state === "waiting").length;
  return (
    <div className="page approvals">
      <PageTitle>{text.title}</PageTitle>
      <Abstract className="mt-1">
        {waiting === 0 ? text.none : <b>{text.waiting(waiting)}.</b>} {text.about}
      </Abstract>
      {open.length === 0 ? (
        <EmptyState icon="checks" title={text.empty}>
          {text.emptyNote}
        </EmptyState>
      ) : (
        open.map((approval) => (
          <ApprovalEntry
            key={approval.id}
            approval={approval}
            onAsk={(deed) => setAsked({ deed, approval })}
          />
        ))
      )}
      {past.length > 0 && <PastApprovals past={past} />}
      {asked && <ApprovalDialog asked={asked} close={() => setAsked(null)} actions={actions} />}
    </div>
  );
}
