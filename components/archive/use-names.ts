"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { ConversationView, OwnerDetailView } from "@/lib/archive/views";
import { conversationsQuery, type ReadingKey } from "./archive-queries";

/** Names of the owner and of everybody in the list of conversations that is loaded. */
export function useNames(
  owner: OwnerDetailView,
  newest: ConversationView | null,
  reading: ReadingKey,
): ReadonlyMap<string, string> {
  const { data } = useInfiniteQuery({
    ...conversationsQuery(owner, "", reading),
    enabled: !owner.isRoom,
  });
  return useMemo(() => {
    const names = new Map<string, string>();
    if (owner.name && !owner.isRoom) names.set(owner.jid, owner.name);
    const known = [...(data?.pages.flatMap((page) => page.conversations) ?? []), newest];
    for (const it of known) if (it?.peer && it.name && !it.room) names.set(it.peer, it.name);
    return names;
  }, [data, newest, owner]);
}
