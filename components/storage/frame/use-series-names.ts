"use client";

import { useMemo } from "react";
import { useText } from "@/components/use-text";
import type { Series, SplitBy } from "@/lib/storage/views";

/** What a series is called: kinds in the reader's language, hosts and stores as they are. */
export function useSeriesNames(split: SplitBy) {
  const t = useText().storage;
  return useMemo(() => {
    const kinds: Record<string, string> = { ...t.kinds.names, counted: t.counted };
    return {
      name: ({ key, label }: Series) => (split === "kind" ? (kinds[key] ?? label) : label),
      rest: t.rest,
    };
  }, [t, split]);
}
