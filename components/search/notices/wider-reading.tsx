"use client";

import { type ReactNode, useState } from "react";
import type { OpenReveal } from "@/components/archive/reveal/reading-notice";
import { useText } from "@/components/use-text";
import type { Query } from "@/lib/search/language/query";
import type { Searched } from "@/lib/search/views";
import { ReadingDialog } from "./reading-dialog";
import { proposedScope, type ScopeChoice, widerScope } from "./scope-of";

type Props = {
  searched: Searched;
  mayRead: boolean;
  query: Query;
  hosts: readonly string[];
  openReveal: OpenReveal;
  /** What is clicked; gets its words. */
  children: (label: string, ask: () => void) => ReactNode;
};

/** One click to a reading one step wider than what was searched. Nothing where nothing is wider. */
export function WiderReading(props: Props) {
  const { searched, mayRead, query, hosts, openReveal, children } = props;
  const t = useText().search;
  const [asking, setAsking] = useState(false);
  const { readings } = searched;
  const proposed = readings ? widerScope(readings, query, hosts) : proposedScope(query, hosts);
  if (!mayRead || !proposed) return null;
  const label = readings ? t.wider(nameOf(proposed)) : t.closed.more;
  return (
    <>
      {children(label, () => setAsking(true))}
      <ReadingDialog
        open={asking}
        onOpenChange={setAsking}
        proposed={proposed}
        hosts={hosts}
        openReveal={openReveal}
      />
    </>
  );
}

/** null: everything. */
function nameOf({ kind, host, owner }: ScopeChoice): string | null {
  if (kind === "everything") return null;
  return kind === "host" ? host : owner;
}
