"use client";

import { Abstract } from "@/components/ui/abstract";
import { ButtonLink } from "@/components/ui/button-link";
import { cn } from "@/components/ui/cn";
import { EmptyState } from "@/components/ui/empty-state";
import { PageTitle } from "@/components/ui/page-title";
import { RelativeTime } from "@/components/ui/relative-time";
import { useText } from "@/components/use-text";
import type { AuditView as AuditEntry } from "@/lib/audit/queries";
import { AuditFilterBar } from "./audit-filter";
import { AuditTable } from "./audit-table";
import { type AuditState, auditLink } from "./entry-link";
import { EntryPanel, type OpenEntry } from "./entry-panel";
import { useVerify, type VerifyAction } from "./verify-chain";

type Props = {
  /** The end of the chain: its number is the number of entries, because a chain has no gaps. */
  newest: AuditEntry | null;
  entries: readonly AuditEntry[];
  next: number | null;
  state: AuditState;
  open: OpenEntry | null;
  verify: VerifyAction;
};

export function AuditPageView({ newest, entries, next, state, open, verify }: Props) {
  const text = useText().audit;
  const { button, verdict } = useVerify(verify);
  return (
    <div className={cn("trail", state.entry !== null && "open")}>
      <div className="page">
        <PageTitle actions={button}>{text.title}</PageTitle>
        <Abstract className="mt-1">
          {newest ? (
            <>
              <b>{text.entries(newest.seq)}</b>
              {text.abstractChain} {text.abstractNewest}{" "}
              <RelativeTime stamp={Math.floor(Date.parse(newest.at) / 1000)} />.
            </>
          ) : (
            text.abstractEmpty
          )}
        </Abstract>
        {verdict}
        <AuditFilterBar />
        {entries.length === 0 ? (
          <EmptyState icon="audit" title={text.empty}>
            {text.emptyNote}
          </EmptyState>
        ) : (
          <AuditTable entries={entries} state={state} />
        )}
        <nav className="more noprint" aria-label={text.caption}>
          {state.before !== null && (
            <ButtonLink href={auditLink(state, { before: null })} prefetch={false}>
              {text.newest}
            </ButtonLink>
          )}
          {next !== null && (
            <ButtonLink href={auditLink(state, { before: next })} prefetch={false}>
              {text.older}
            </ButtonLink>
          )}
        </nav>
      </div>
      {state.entry !== null && <EntryPanel seq={state.entry} open={open} state={state} />}
    </div>
  );
}
