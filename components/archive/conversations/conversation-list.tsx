"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import {
  conversationsQuery,
  type OwnerRef,
  type ReadingKey,
} from "@/components/archive/archive-queries";
import { usePreferences } from "@/components/preferences";
import { FilterField } from "@/components/ui/filter-field";
import { useText } from "@/components/use-text";
import { formatNumber } from "@/lib/format/number";
import { ConversationItem } from "./conversation-item";

type Props = {
  owner: OwnerRef;
  reading: ReadingKey;
  /** The conversation shown; null is everything. */
  current: string | null;
  onChoose(peer: string | null): void;
};

/** Who this person wrote with: name, rows, last time, last line; filter as you type. */
export function ConversationList({ owner, reading, current, onChoose }: Props) {
  const t = useText().archive.conversations;
  const { locale } = usePreferences();
  const [filter, setFilter] = useState("");
  const wanted = useDeferredValue(filter.trim());
  const query = useInfiniteQuery({
    ...conversationsQuery(owner, wanted, reading),
    placeholderData: (previous) => previous,
  });
  const items = query.data?.pages.flatMap((page) => page.conversations) ?? [];
  return (
    <>
      <div className="lh">
        <FilterField
          small
          label={t.filterLabel}
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
        />
      </div>
      <div className="cols cap" aria-hidden="true">
        <span>{t.with}</span>
        <span>{t.columns}</span>
      </div>
      <ul aria-label={t.title} aria-busy={query.isFetching}>
        <li>
          <button
            type="button"
            className="cv"
            aria-current={current === null || undefined}
            onClick={() => onChoose(null)}
          >
            <span className="nm">{t.all}</span>
            <span className="c" />
            <span className="j">{t.allHint}</span>
          </button>
        </li>
        {items.map((item) => (
          <li key={item.peer ?? ""}>
            <ConversationItem item={item} current={item.peer === current} onChoose={onChoose} />
          </li>
        ))}
      </ul>
      <div className="list-foot note" aria-live="polite">
        {query.isError && query.error.message}
        {query.isSuccess && items.length === 0 && t.none}
        {query.hasNextPage && (
          <button
            type="button"
            className="btn s"
            disabled={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            {t.more}
          </button>
        )}
        {items.length > 0 && !query.hasNextPage && formatNumber(items.length, locale)}
      </div>
    </>
  );
}
