import { queryOptions } from "@tanstack/react-query";
import type { ReadingKey } from "@/components/archive/archive-queries";
import { AnswerError, fetchJson, postJson } from "@/components/archive/fetch-json";
import type { SearchCriteria } from "@/lib/search/criteria";
import type { KeptSearch, KeptSearches } from "@/lib/search/kept-views";
import type { IndexState, MatchCount, MatchMonths, SearchPage } from "@/lib/search/views";

/** What is asked; words travel in bodies only. */
export type Asked = {
  text: string;
  order: SearchCriteria["order"];
  copies: SearchCriteria["copies"];
  zone: string;
  /** Cursor of the page, null: the first. */
  before: string | null;
};

const BUSY = ["search-busy", "search-own-busy", "database-busy"];

/** A search that found no room waits as long as it was told, and asks again; another 503 lasts longer. */
const patient = {
  retry: (failures: number, error: Error) =>
    failures < 8 && error instanceof AnswerError && BUSY.includes(error.reason ?? ""),
  retryDelay: (failures: number, error: Error) => {
    const seconds = error instanceof AnswerError ? error.retryAfterSeconds : null;
    return (seconds ?? 1) * 1_000 * Math.min(4, 1 + failures / 2);
  },
};

export const SEARCH = "search";

/** With what was asked, so that an answer that stays on screen still knows its question. */
export type Answer = { asked: Asked; page: SearchPage };

export function pageQuery(asked: Asked, reading: ReadingKey) {
  return queryOptions({
    queryKey: [SEARCH, "page", reading, asked],
    queryFn: async ({ signal }): Promise<Answer> => {
      const { page } = await postJson<{ page: SearchPage }>("/api/search", asked, signal);
      return { asked, page };
    },
    staleTime: 60_000,
    ...patient,
  });
}

type What = Pick<Asked, "text" | "zone" | "copies">;

export function countQuery({ text, zone, copies }: What, exact: boolean, reading: ReadingKey) {
  return queryOptions({
    queryKey: [SEARCH, "count", reading, { text, zone, copies, exact }],
    queryFn: ({ signal }) =>
      postJson<MatchCount>("/api/search/count", { text, zone, copies, exact }, signal),
    staleTime: 60_000,
    ...patient,
  });
}

export function monthsQuery({ text, zone, copies }: What, reading: ReadingKey) {
  return queryOptions({
    queryKey: [SEARCH, "months", reading, { text, zone, copies }],
    queryFn: ({ signal }) =>
      postJson<MatchMonths>("/api/search/months", { text, zone, copies }, signal),
    staleTime: 60_000,
    ...patient,
  });
}

export function progressQuery() {
  return queryOptions({
    queryKey: [SEARCH, "progress"],
    queryFn: ({ signal }) => fetchJson<IndexState>("/api/search/progress", signal),
    // An answer of earlier says nothing about now.
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });
}

export const KEPT = [SEARCH, "kept"];

export function keptQuery() {
  return queryOptions({
    queryKey: [...KEPT, "lists"],
    queryFn: ({ signal }) => fetchJson<KeptSearches>("/api/search/kept", signal),
    staleTime: 0,
  });
}

export function wordsQuery(id: string) {
  return queryOptions({
    queryKey: [...KEPT, "one", id],
    queryFn: ({ signal }) =>
      fetchJson<Pick<KeptSearch, "words">>(`/api/search/${encodeURIComponent(id)}`, signal),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
}

export type Kept = { id: string; isNew: boolean; words: string; filters: string };

/** Puts it into the history of oneself, in the place of a step of typing; answers with what the address may say. */
export function keep(text: string, replaces?: string): Promise<Kept> {
  return postJson("/api/search/kept", { text, replaces });
}
