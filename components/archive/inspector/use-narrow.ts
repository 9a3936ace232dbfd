"use client";

import { useSyncExternalStore } from "react";

/** Below this width the margin leaves the page (mock/README.md) and comes as a sheet. */
const QUERY = "(max-width: 1000px)";

function subscribe(listener: () => void): () => void {
  const media = window.matchMedia(QUERY);
  media.addEventListener("change", listener);
  return () => media.removeEventListener("change", listener);
}

export function useNarrow(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => window.matchMedia(QUERY).matches,
    () => false,
  );
}
