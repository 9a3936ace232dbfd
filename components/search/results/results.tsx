"use client";

import { useEffect, useMemo, useRef } from "react";
import { PageKeys } from "@/components/shell/page-keys";
import { useText } from "@/components/use-text";
import type { SearchPage } from "@/lib/search/views";
import { keptHit } from "../use-search-address";
import { groupHits } from "./group-hits";
import { GroupView } from "./group-view";
import { focusHit, useHitKeys } from "./use-hit-keys";

type Props = {
  page: SearchPage;
  /** An answer to an earlier question: pale until the next one comes. */
  stale: boolean;
  onOpen: (href: string, rowId: number) => void;
};

/** The hits of a page by conversation. */
export function Results({ page, stale, onOpen }: Props) {
  const t = useText().search;
  const groups = useMemo(() => groupHits(page.hits), [page.hits]);
  const list = useRef<HTMLElement>(null);
  useHitKeys();
  useEffect(() => {
    // Somebody who comes back finds the hit they had opened.
    const hit = list.current?.querySelector<HTMLElement>(`[data-hit="${keptHit()}"]`);
    if (hit && document.activeElement === document.body) focusHit(hit);
  }, []);
  return (
    <section ref={list} className="res" aria-label={t.results.label} aria-busy={stale || undefined}>
      <PageKeys
        title={t.keys.title}
        lines={[
          { keys: ["j"], does: t.keys.next },
          { keys: ["k"], does: t.keys.previous },
          { keys: ["Enter", "o"], does: t.keys.open },
          { keys: ["/"], does: t.keys.box },
          { keys: ["Esc"], does: t.keys.leave },
        ]}
      />
      {groups.map((group) => (
        <GroupView key={group.key} group={group} onOpen={onOpen} />
      ))}
    </section>
  );
}
