"use client";

import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useMemo, useState } from "react";
import { useText } from "@/components/use-text";
import { findOwnersQuery } from "../find-owners";
import { OPERATORS } from "../operators";
import { type Spot, spotAt } from "./spot";
import { type Suggestion, staticSuggestions } from "./suggestions";

const MOST = 8;

export type Suggestions = {
  list: Suggestion[];
  spot: Spot | null;
  /** Index of the one that Enter takes; null: Enter searches. */
  active: number | null;
  move: (step: 1 | -1) => void;
  close: () => void;
  /** The caret moved or the text changed: what fits is looked for anew. */
  look: (text: string, caret: number) => void;
};

/** What the word at the caret may become: operators, values, people and rooms. */
export function useSuggestions(hosts: readonly string[]): Suggestions {
  const { search, archive } = useText();
  const [spot, setSpot] = useState<Spot | null>(null);
  const [active, setActive] = useState<number | null>(null);
  const takesNames = spot?.operator != null && ["name", "place"].includes(OPERATORS[spot.operator]);
  const filter = useDeferredValue(takesNames ? spot.typed : "");
  const owners = useQuery({
    ...findOwnersQuery(filter),
    enabled: takesNames && filter !== "",
    placeholderData: (before) => before,
  });
  const list = useMemo(() => {
    if (!spot) return [];
    const words = { operators: search.operators, values: search.values, kinds: archive.kinds };
    const names =
      takesNames && filter !== ""
        ? (owners.data ?? [])
            .filter(({ jid }) => jid !== spot.typed)
            .map(({ jid, name }) => ({ insert: jid, label: jid, note: name ?? "" }))
        : [];
    return [...names, ...staticSuggestions(spot, words, hosts)].slice(0, MOST);
  }, [spot, takesNames, filter, owners.data, search, archive, hosts]);
  return {
    list,
    spot,
    active: active !== null && active < list.length ? active : null,
    move: (step) =>
      setActive((now) => {
        if (list.length === 0) return null;
        if (now === null) return step === 1 ? 0 : list.length - 1;
        const next = now + step;
        // Over the edge is back in the box.
        return next < 0 || next >= list.length ? null : next;
      }),
    close: () => {
      setSpot(null);
      setActive(null);
    },
    look: (text, caret) => {
      setSpot(spotAt(text, caret));
      setActive(null);
    },
  };
}
