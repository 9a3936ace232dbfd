"use client";

import Link from "next/link";
import { DateTime } from "@/components/ui/date-time";
import { Facts } from "@/components/ui/facts";
import { useText } from "@/components/use-text";
import { type AuditState, auditLink } from "./entry-link";
import type { OpenEntry } from "./entry-panel";

export function EntryFacts({ open, state }: { open: OpenEntry; state: AuditState }) {
  const { entry: text, phases, actions } = useText().audit;
  const { view, proof } = open;
  const mono = (value: string) => <span className="mono">{value}</span>;
  return (
    <Facts
      facts={[
        {
          name: text.at,
          value: <DateTime stamp={Date.parse(view.at) / 1000} style="second" zone />,
        },
        { name: text.operator, value: <bdi>{view.operatorName}</bdi> },
        { name: text.operatorId, value: mono(view.operatorId) },
        {
          name: text.session,
          value: view.sessionId ? mono(view.sessionId) : text.commandLine,
        },
        {
          name: text.action,
          value: (
            <>
              {actions[view.action] ?? ""} {mono(view.action)}
            </>
          ),
        },
        {
          name: text.phase,
          value: phases[view.phase as keyof typeof phases] ?? view.phase,
        },
        { name: text.subject, value: <bdi>{view.subject}</bdi> },
        view.refersTo !== null && {
          name: text.refersTo,
          value: (
            <Link
              href={auditLink(state, { entry: view.refersTo })}
              scroll={false}
              replace
              prefetch={false}
            >
              {text.refersToEntry(view.refersTo)}
            </Link>
          ),
        },
        { name: text.previous, value: mono(proof.previousHash) },
        { name: text.hash, value: mono(proof.hash) },
      ]}
    />
  );
}
