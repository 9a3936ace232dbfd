"use client";

import { parseAsInteger, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";

/**
 * Where somebody is in a search, all of it in the address. The words of the query are not: they are
 * kept on the server, and `words` names the entry.
 */
const address = {
  filters: parseAsString.withDefault(""),
  words: parseAsString,
  order: parseAsStringLiteral(["newest", "oldest"]),
  copies: parseAsStringLiteral(["one", "rows"]).withDefault("one"),
  /** Cursor of the page, and which one it is. */
  at: parseAsString,
  page: parseAsInteger.withDefault(1),
};

export function useSearchAddress() {
  return useQueryStates(address, { history: "replace", scroll: false });
}

export type SearchAddress = ReturnType<typeof useSearchAddress>[0];

export const FIRST_PAGE = { at: null, page: null };

/** The hit somebody opened, so that *back* finds it. Not through the router, see keep-place.ts. */
export function keepHit(rowId: number): void {
  const url = new URL(location.href);
  url.searchParams.set("hit", String(rowId));
  History.prototype.replaceState.call(history, history.state, "", url);
}

export function keptHit(): number | null {
  const hit = Number(new URL(location.href).searchParams.get("hit") ?? Number.NaN);
  return Number.isSafeInteger(hit) ? hit : null;
}
