"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import type { ConversationView } from "@/lib/archive/views";
import { conversationsQuery, type OwnerRef, type ReadingKey } from "./archive-queries";

/**
 * The counts of one conversation, from the list beside it. null: there is none (everything of a person
 * is no conversation, and nobody may have written with this one); undefined: not known yet.
 */
export function useConversation(
  owner: OwnerRef & { isRoom: boolean },
  peer: string | null,
  newest: ConversationView | null,
  reading: ReadingKey,
): ConversationView | null | undefined {
  const { data } = useInfiniteQuery({
    // A conversation far down the list is found by its own name.
    ...conversationsQuery(owner, peer ?? "", reading),
    enabled: peer !== null && peer !== newest?.peer,
  });
  if (peer === null) return owner.isRoom ? newest : null;
  if (peer === newest?.peer) return newest;
  if (!data) return undefined;
  return data.pages.flatMap((page) => page.conversations).find((it) => it.peer === peer) ?? null;
}
