"use client";

import { useQuery } from "@tanstack/react-query";
import type { IndexState, Searched } from "@/lib/search/views";
import { progressQuery } from "../search-queries";

const LOOKS_EVERY_MS = 2_000;

/** How far the index is: as the answer says and, while it was not at its end, as it is by now. */
export function useIndexState(searched: Searched): IndexState {
  const behind = isBehind(searched);
  const { data } = useQuery({
    ...progressQuery(),
    enabled: behind,
    refetchInterval: ({ state }) => (state.data && !isBehind(state.data) ? false : LOOKS_EVERY_MS),
  });
  return (behind && data) || searched;
}

export function isBehind({ building, lagRows }: IndexState): boolean {
  return building !== null || lagRows > 0;
}
