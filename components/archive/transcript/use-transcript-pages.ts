"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import {
  type Anchor,
  type OwnerRef,
  type ReadingKey,
  transcriptQuery,
} from "@/components/archive/archive-queries";
import { usePreferences } from "@/components/preferences";
import { dayKey } from "@/lib/format/day";
import { toLines } from "./lines";

/** The loaded pages of a transcript as lines, and how to get more. A loader is null when there is nothing to load. */
export function useTranscriptPages(
  owner: OwnerRef,
  peer: string | null,
  anchor: Anchor,
  reading: ReadingKey,
) {
  const { zone } = usePreferences();
  const query = useInfiniteQuery(transcriptQuery(owner, peer, anchor, zone, reading));
  const { data, hasPreviousPage, hasNextPage, fetchPreviousPage, fetchNextPage } = query;
  const dayOf = useCallback((stamp: number) => dayKey(stamp, zone), [zone]);
  const messages = useMemo(() => data?.pages.flatMap((page) => page.messages) ?? [], [data]);
  const lines = useMemo(
    () => toLines(messages, dayOf, { older: hasPreviousPage, newer: hasNextPage }),
    [messages, dayOf, hasPreviousPage, hasNextPage],
  );
  const resting = !query.isFetching && !query.isError;
  const loadOlder = useMemo(
    () => (hasPreviousPage && resting ? () => void fetchPreviousPage() : null),
    [hasPreviousPage, resting, fetchPreviousPage],
  );
  const loadNewer = useMemo(
    () => (hasNextPage && resting ? () => void fetchNextPage() : null),
    [hasNextPage, resting, fetchNextPage],
  );
  return { query, messages, lines, dayOf, loadOlder, loadNewer };
}

export type TranscriptQuery = ReturnType<typeof useTranscriptPages>["query"];
