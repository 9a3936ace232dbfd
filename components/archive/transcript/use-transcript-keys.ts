"use client";

import { useEffect } from "react";

type Keys = { next(): void; previous(): void; open(): void; copyLink(): void; close(): void };

/** j k Enter c Esc, unless somebody types or a dialog is open. */
export function useTranscriptKeys(keys: Keys): void {
  useEffect(() => {
    const actions: Record<string, (() => void) | undefined> = {
      j: keys.next,
      k: keys.previous,
      Enter: keys.open,
      c: keys.copyLink,
      Escape: keys.close,
    };
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      const target = event.target as Element;
      if (
        target.closest("input, textarea, select, [contenteditable], [role=dialog], [role=slider]")
      )
        return;
      if (event.key === "Enter" && target.closest("a, button, summary")) return;
      const action = actions[event.key];
      if (!action) return;
      event.preventDefault();
      action();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [keys]);
}
