"use client";

import { useQueryClient } from "@tanstack/react-query";
import { type RefObject, useCallback, useRef } from "react";
import { KEPT, keep, wordsQuery } from "./search-queries";
import { useLeaving } from "./use-leaving";
import { FIRST_PAGE, useSearchAddress } from "./use-search-address";

/**
 * `push`: a step that *back* undoes. `draft`: typing, where one step stands for many. `enter`: the end of
 * typing, which takes the place of its drafts.
 */
export type Step = "push" | "draft" | "enter";

/** What the box shows, and whether the address says it. */
export type Shown = { text: string; settled: boolean };

export type Settle = (text: string, how: Step) => Promise<void>;

type Options = {
  shown: RefObject<Shown>;
  onSettled: (text: string) => void;
  /** The address is what it was before. */
  onBack: () => void;
};

/**
 * Puts texts into the address: filters as they are, words as the id of an entry on the server. One after
 * the other, so that the last one stands there in the end and none is kept twice.
 */
export function useSettling({ shown, onSettled, onBack }: Options): Settle {
  const client = useQueryClient();
  const [, setAddress] = useSearchAddress();
  // The entry in the address is a step of typing; with an id, it is so in the history of oneself, too.
  const step = useRef<{ id: string | null } | null>(null);
  const before = useRef<Promise<unknown>>(Promise.resolve());
  const leaving = useLeaving(shown, () => {
    step.current = null;
    onBack();
  });

  const put = useCallback(
    async (next: string, how: Step, isHere: () => boolean) => {
      const { text, settled } = shown.current;
      if (!isHere() || (how === "draft" && (text !== next || leaving.current.with === next)))
        return;
      if (settled && text === next) {
        // It stands there already; from now on it is a step of its own.
        if (how !== "draft") step.current = null;
        return;
      }
      const draft = how === "push" ? null : step.current;
      const kept = next.trim() === "" ? null : await keep(next, draft?.id ?? undefined);
      if (!isHere()) return;
      if (kept) client.setQueryData(wordsQuery(kept.id).queryKey, { words: kept.words });
      step.current = how === "draft" ? { id: kept?.isNew ? kept.id : null } : null;
      onSettled(next);
      const address = { filters: kept?.filters || null, words: kept?.words ? kept.id : null };
      await setAddress({ ...address, ...FIRST_PAGE }, { history: draft ? "replace" : "push" });
      void client.invalidateQueries({ queryKey: [...KEPT, "lists"] });
    },
    [client, setAddress, shown, onSettled, leaving],
  );

  return useCallback(
    (next, how) => {
      const { visit } = leaving.current;
      const isHere = () => visit === leaving.current.visit;
      const turn = before.current.then(() => put(next, how, isHere));
      before.current = turn.catch(() => {});
      return turn;
    },
    [put, leaving],
  );
}
