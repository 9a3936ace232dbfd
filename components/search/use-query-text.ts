"use client";

import { useQuery } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import type { KeptSearch } from "@/lib/search/kept-views";
import { wordsQuery } from "./search-queries";
import { useSearchAddress } from "./use-search-address";
import { type Settle, type Shown, useSettling } from "./use-settling";

export type QueryText = {
  /** What the box shows. */
  text: string;
  setText: (text: string, composing?: boolean) => void;
  /** An input method is at work: what it has so far is asked of nobody. */
  composing: boolean;
  /** Somebody has changed what the address said. */
  typing: boolean;
  /** The address says what the box says. */
  settled: boolean;
  /** Words of the address are still on their way from the server. */
  loading: boolean;
  /** The address names words that are not kept any more. */
  gone: boolean;
  /** Puts the text into the address: filters as they are, words as the id of an entry on the server. */
  settle: Settle;
};

/** The text of the box and the address, each following the other. */
export function useQueryText(initial: KeptSearch | null): QueryText {
  const [address] = useSearchAddress();
  const words = useQuery({
    ...wordsQuery(address.words ?? ""),
    enabled: address.words !== null,
    initialData: initial && initial.id === address.words ? initial : undefined,
  });
  const [composing, setComposing] = useState(false);
  const [draft, setDraft] = useState<string | null>(null);
  const [settledText, setSettledText] = useState<string | null>(null);
  const addressed = `${address.filters} ${address.words ? (words.data?.words ?? "") : ""}`.trim();
  const text = draft ?? addressed;
  const settled = draft === null || draft === settledText;
  const shown = useRef<Shown>({ text, settled });
  useEffect(() => {
    shown.current = { text, settled };
  });
  const onSettled = useCallback((next: string) => {
    // At once, for whoever settles next.
    shown.current.settled = shown.current.text === next;
    setSettledText(next);
  }, []);
  const onBack = useCallback(() => {
    setDraft(null);
    setSettledText(null);
  }, []);
  const settle = useSettling({ shown, onSettled, onBack });

  return {
    text,
    setText: (next, composes = false) => {
      // At once: what is settled in the same breath must be seen to be the newest.
      shown.current = { text: next, settled: next === settledText };
      setDraft(next);
      setComposing(composes);
    },
    composing,
    typing: draft !== null,
    settled,
    loading: address.words !== null && words.isPending && draft === null,
    gone: address.words !== null && words.isError && draft === null,
    settle,
  };
}
