"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import {
  conversationsQuery,
  type OwnerRef,
  type ReadingKey,
} from "@/components/archive/archive-queries";
import { ListFoot } from "@/components/archive/list-foot";
import { FilterField } from "@/components/ui/filter-field";
import { useText } from "@/components/use-text";
import { ConversationBones } from "./conversation-bones";
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
  const [filter, setFilter] = useState("");
  const wanted = useDeferredValue(filter.trim());
  const query = useInfiniteQuery({
    ...conversationsQuery(owner, wanted, reading),
    placeholderData: (previous) => previous,
  });
  const found = query.data?.pages.flatMap((page) => page.conversations) ?? [];
  const items = found.filter((item) => item.peer !== null);
  // Reference layout without the index: all there is, in one.
  const notApart = found.length > items.length;
  const counted = !query.data?.pages[0]?.partial;
  return (
    <>
      {!notApart && (
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
            <span>{counted ? t.columns : t.columnsUncounted}</span>
          </div>
        </>
      )}
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
        {query.isPending && <ConversationBones />}
      </ul>
      <ListFoot query={query} more={t.more} className="list-foot">
        {query.isSuccess && items.length === 0 && (notApart ? t.notApart : t.none)}
        {items.length > 0 && !query.hasNextPage && t.count(items.length)}
      </ListFoot>
    </>
  );
}
