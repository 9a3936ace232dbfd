"use client";

import type { ReadingKey } from "@/components/archive/archive-queries";
import type { OpenReveal } from "@/components/archive/reveal/reading-notice";
import { EmptyState } from "@/components/ui/empty-state";
import { useText } from "@/components/use-text";
import type { KeptSearches } from "@/lib/search/kept-views";
import { AnswerBones } from "./answer-bones";
import type { SearchDeeds } from "./deeds";
import { KeptLists } from "./kept/kept-lists";
import { ClosedNotice } from "./notices/closed-notice";
import { Refused } from "./notices/refused";
import { Unindexed } from "./notices/unindexed";
import { SearchAnswer } from "./search-answer";
import type { Search } from "./use-search";

export type BodyProps = {
  search: Search;
  reading: ReadingKey;
  mayRead: boolean;
  hosts: readonly string[];
  openReveal: OpenReveal;
  deeds: SearchDeeds;
  /** What is saved and was asked lately, as it was when the page was made. */
  kept: KeptSearches;
};

/** What stands under the box: the answer, or why there is none and what to do. */
export function SearchBody(props: BodyProps) {
  const { search, mayRead, hosts, openReveal, deeds, kept } = props;
  const { hindrance, box, query, go, page } = search;
  if (hindrance === "empty")
    return <KeptLists initial={kept} deeds={deeds} mayRead={mayRead} onGo={go} />;
  if (hindrance === "nothing") return <NothingAsked />;
  if (hindrance === "unindexed") return <Unindexed />;
  if (hindrance) {
    const closed = { query, hosts, openReveal };
    return <ClosedNotice mayRead={hindrance === "closed"} {...closed} />;
  }
  if (page.isError && !page.isFetching) {
    const again = () => void page.refetch();
    return <Refused error={page.error} text={box.text} onGo={go} onRetry={again} />;
  }
  if (!page.data) return <Waiting search={search} />;
  return <SearchAnswer {...props} answer={page.data} />;
}

function NothingAsked() {
  const t = useText().search.empty;
  return (
    <EmptyState icon="search" title={t.nothingAsked}>
      {t.nothingAskedWhy}
    </EmptyState>
  );
}

function Waiting({ search: { page } }: { search: Search }) {
  const t = useText().search;
  return (
    <div aria-busy="true">
      <p className={page.failureCount > 0 ? "note mt-6" : "vh"} role="status">
        {page.failureCount > 0 ? t.error.busy : t.results.loading}
      </p>
      <AnswerBones />
    </div>
  );
}
