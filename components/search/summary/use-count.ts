"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { ReadingKey } from "@/components/archive/archive-queries";
import type { MatchCount, SearchPage } from "@/lib/search/views";
import { type Asked, countQuery } from "../search-queries";

export type Counted = {
  count: Pick<MatchCount, "count" | "exact"> | null;
  /** An exact count is under way. */
  counting: boolean;
  error: Error | null;
  countExactly: () => void;
  stop: () => void;
};

/** How many there are: what the first page knows, else about, else exactly on demand until one stops it. */
export function useCount(
  asked: Asked,
  page: SearchPage,
  reading: ReadingKey,
  ready: boolean,
): Counted {
  const client = useQueryClient();
  const whole = asked.before === null && page.next === null && !page.searched.cut;
  const exactKey = countQuery(asked, true, reading).queryKey;
  const [wanted, setWanted] = useState<string | null>(null);
  const about = useQuery({ ...countQuery(asked, false, reading), enabled: ready && !whole });
  const exact = useQuery({
    ...countQuery(asked, true, reading),
    enabled: wanted === JSON.stringify(exactKey),
  });
  const known = { count: page.hits.length, exact: true };
  return {
    count: whole ? known : (exact.data ?? about.data ?? null),
    counting: exact.isFetching,
    error: exact.error,
    countExactly: () => {
      if (exact.isError) void exact.refetch();
      setWanted(JSON.stringify(exactKey));
    },
    // Nobody waits for it any more: the request is aborted, and with it the query in PostgreSQL.
    stop: () => {
      setWanted(null);
      void client.cancelQueries({ queryKey: exactKey });
    },
  };
}
