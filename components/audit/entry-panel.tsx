"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent } from "react";
import { Code } from "@/components/ui/code";
import { CopyButton } from "@/components/ui/copy-button";
import { Icon } from "@/components/ui/icon";
import { useText } from "@/components/use-text";
import type { AuditEntryProof } from "@/lib/audit/entry";
import type { AuditView } from "@/lib/audit/queries";
import { EntryFacts } from "./entry-facts";
import { type AuditState, auditLink } from "./entry-link";
import { prettyJson } from "./pretty-json";

export type OpenEntry = { view: AuditView; proof: AuditEntryProof };

type Props = { seq: number; open: OpenEntry | null; state: AuditState };

/** The margin: one entry with everything that proves it. */
export function EntryPanel({ seq, open, state }: Props) {
  const text = useText().audit.entry;
  const router = useRouter();
  const closed = auditLink(state, { entry: null });
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    if (!document.querySelector('[role="dialog"], [role="menu"]')) {
      router.replace(closed, { scroll: false });
    }
  });
  useEffect(() => {
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  return (
    <aside className="margin entry" aria-label={text.title(seq)}>
      <div className="bar">
        <h2 className="h2">{text.title(seq)}</h2>
        <Link
          href={closed}
          scroll={false}
          replace
          prefetch={false}
          className="tool sq"
          aria-label={text.close}
        >
          <Icon name="x" />
        </Link>
      </div>
      {open ? <EntryBody open={open} state={state} /> : <p className="note">{text.missing}</p>}
    </aside>
  );
}

function EntryBody({ open, state }: { open: OpenEntry; state: AuditState }) {
  const text = useText().audit.entry;
  const { canonical } = open.proof;
  return (
    <>
      <EntryFacts open={open} state={state} />
      <div className="row between">
        <h3 className="h3">{text.canonical}</h3>
        <CopyButton value={canonical} label={text.copy} />
      </div>
      <Code label={text.canonical} wraps>
        {prettyJson(canonical)}
      </Code>
      <p className="cap">{text.canonicalNote}</p>
    </>
  );
}
