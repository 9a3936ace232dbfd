"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useEffect, useMemo, useState } from "react";
import type { ReadingKey } from "@/components/archive/archive-queries";
import { AnswerError } from "@/components/archive/fetch-json";
import { usePreferences } from "@/components/preferences";
import type { KeptSearch } from "@/lib/search/kept-views";
import { asksText } from "@/lib/search/language/asks-text";
import { parseQuery } from "@/lib/search/language/parse-query";
import type { Query } from "@/lib/search/language/query";
import { type Asked, pageQuery, SEARCH } from "./search-queries";
import { type QueryText, useQueryText } from "./use-query-text";
import { type SearchAddress, useSearchAddress } from "./use-search-address";
import type { Step } from "./use-settling";

/** A pause as short as this between two keys is typing. */
const TYPING_MS = 150;
/** Who looks at an answer this long has asked it. */
const SETTLES_MS = 1_000;

/** Why nothing is asked of the server; null: it is asked. */
export type Hindrance = "empty" | "nothing" | "role" | "closed" | "unindexed" | null;

export type Search = {
  box: QueryText;
  address: SearchAddress;
  setAddress: ReturnType<typeof useSearchAddress>[1];
  query: Query;
  /** What the box says by now; while somebody types, a step ahead of `query` and of every answer. */
  said: Query;
  asked: Asked;
  hindrance: Hindrance;
  /** The answer is of an earlier text, the next is on its way. */
  stale: boolean;
  page: ReturnType<typeof usePage>;
  /** Asks at once what the box says, and puts it into the address as a step. */
  go: (text: string, how?: Step) => void;
};

type Options = {
  initial: KeptSearch | null;
  reading: ReadingKey;
  maySearchText: boolean;
  /** The database has an index, or is about to. */
  indexed: boolean;
};

/** The search as a whole: text, address and answer. A new keystroke cancels the question before it. */
export function useSearch({ initial, reading, maySearchText, indexed }: Options): Search {
  const { zone } = usePreferences();
  const [address, setAddress] = useSearchAddress();
  const box = useQueryText(initial);
  const [typed, ask] = useTyped(box);
  const query = useMemo(() => parseQuery(typed), [typed]);
  const said = useMemo(() => parseQuery(box.text), [box.text]);
  const may = { reading, maySearchText, indexed };
  const hindrance = hindranceOf(typed, query, may);
  const asked: Asked = {
    text: typed.trim(),
    order: address.order ?? query.order ?? "newest",
    copies: address.copies,
    zone,
    before: box.settled ? address.at : null,
  };
  const page = usePage(asked, reading, hindrance === null && !box.loading);
  useForgetting(reading);
  useRefusal(page.error);

  const { settle, settled } = box;
  // A name that nobody has is one that is not typed to its end.
  const unknown = page.data?.page.searched.unknownNames.length ?? 0;
  const answered = page.isSuccess && !page.isPlaceholderData && typed === box.text && unknown === 0;
  useEffect(() => {
    if (settled || !answered) return;
    const timer = setTimeout(() => void settle(typed, "draft").catch(() => {}), SETTLES_MS);
    return () => clearTimeout(timer);
  }, [settled, answered, settle, typed]);

  const go = (text: string, how: Step = "push") => {
    box.setText(text);
    ask(text);
    // Words that may not be searched are not kept either: the address stays as it is.
    const next = hindranceOf(text, parseQuery(text), may);
    if (next === null || next === "empty") void settle(text, how).catch(() => {});
  };
  const stale = page.isPlaceholderData || typed !== box.text;
  return { box, address, setAddress, query, said, asked, hindrance, stale, page, go };
}

function usePage(asked: Asked, reading: ReadingKey, enabled: boolean) {
  return useQuery({
    ...pageQuery(asked, reading),
    enabled,
    // The answer before stays until the next is there, but never longer than its reading.
    placeholderData: (before, query) => (query?.queryKey[2] === reading ? before : undefined),
  });
}

/** The text some time after the last key; at once when it was not typed, and when `ask` says so. */
function useTyped({ text, typing, composing }: QueryText): [string, (text: string) => void] {
  const [typed, setTyped] = useState(text);
  useEffect(() => {
    if (composing) return;
    const timer = setTimeout(() => setTyped(text), typing ? TYPING_MS : 0);
    return () => clearTimeout(timer);
  }, [text, typing, composing]);
  return [typing ? typed : text, setTyped];
}

function hindranceOf(
  text: string,
  query: Query,
  { reading, maySearchText, indexed }: Omit<Options, "initial">,
): Hindrance {
  if (text.trim() === "") return "empty";
  if (!indexed) return "unindexed";
  if (asksText(query)) {
    if (!maySearchText) return "role";
    if (reading === "closed") return "closed";
    return null;
  }
  const idle = ["ignored", "order", "accents"];
  return query.understood.some((it) => !idle.includes(it.kind)) ? null : "nothing";
}

/** A reading that ended elsewhere: the page looks at its readings anew and then says so. */
function useRefusal(error: Error | null): void {
  const router = useRouter();
  const refused = error instanceof AnswerError && error.status === 403;
  useEffect(() => {
    if (refused) router.refresh();
  }, [refused, router]);
}

/** What was read under a reading that is over does not stay in the memory of the tab. */
function useForgetting(reading: ReadingKey): void {
  const client = useQueryClient();
  useEffect(() => {
    const kinds = ["page", "count", "months"];
    client.removeQueries({
      queryKey: [SEARCH],
      predicate: ({ queryKey: [, kind, under] }) =>
        kinds.includes(String(kind)) && under !== reading,
    });
  }, [client, reading]);
}
