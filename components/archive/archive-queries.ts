import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import type {
  ConversationsPage,
  HistogramView,
  MessageDetailView,
  OwnersPage,
  TranscriptPage,
} from "@/lib/archive/views";
import { fetchJson, withParams } from "./fetch-json";

export type OwnerRef = { host: string; user: string };
/** Where a transcript starts: around a row, at a day, or at the newest message. */
export type Anchor = { at: number } | { date: string } | null;

/** Changes when a reading opens or ends, so that closed and open text never share a cache entry. */
export type ReadingKey = string;

const base = ({ host, user }: OwnerRef) =>
  `/api/archive/${encodeURIComponent(host)}/${encodeURIComponent(user)}`;

type MessagesParam = { older: string } | { newer: string } | { start: Anchor };

export function transcriptQuery(
  owner: OwnerRef,
  peer: string | null,
  anchor: Anchor,
  zone: string,
  reading: ReadingKey,
) {
  return infiniteQueryOptions({
    queryKey: ["archive", "messages", owner.host, owner.user, peer, anchor, zone, reading],
    initialPageParam: { start: anchor } as MessagesParam,
    queryFn: ({ pageParam, signal }) =>
      fetchJson<TranscriptPage>(
        withParams(`${base(owner)}/messages`, {
          with: peer,
          before: "older" in pageParam ? pageParam.older : null,
          after: "newer" in pageParam ? pageParam.newer : null,
          at:
            "start" in pageParam && pageParam.start && "at" in pageParam.start
              ? pageParam.start.at
              : null,
          date:
            "start" in pageParam && pageParam.start && "date" in pageParam.start
              ? pageParam.start.date
              : null,
          zone,
        }),
        signal,
      ),
    getPreviousPageParam: (first): MessagesParam | null =>
      first.older ? { older: first.older } : null,
    getNextPageParam: (last): MessagesParam | null => (last.newer ? { newer: last.newer } : null),
    staleTime: 60_000,
    gcTime: 5 * 60_000,
  });
}

export function conversationsQuery(owner: OwnerRef, filter: string, reading: ReadingKey) {
  return infiniteQueryOptions({
    queryKey: ["archive", "conversations", owner.host, owner.user, filter, reading],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      fetchJson<ConversationsPage>(
        withParams(`${base(owner)}/conversations`, { filter, after: pageParam }),
        signal,
      ),
    getNextPageParam: (last) => last.next,
    staleTime: 30_000,
  });
}

export function histogramQuery(
  owner: OwnerRef,
  peer: string | null,
  zone: string,
  range: { from: string; to: string } | null,
) {
  return queryOptions({
    queryKey: ["archive", "histogram", owner.host, owner.user, peer, zone, range],
    queryFn: ({ signal }) =>
      fetchJson<HistogramView>(
        withParams(`${base(owner)}/histogram`, {
          with: peer,
          zone,
          from: range?.from,
          to: range?.to,
        }),
        signal,
      ),
    staleTime: 60_000,
  });
}

export type OwnerSort = "rows" | "bytes" | "last" | "user";
export function ownersQuery(criteria: { host: string | null; filter: string; sort: OwnerSort }) {
  return infiniteQueryOptions({
    queryKey: ["archive", "owners", criteria],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      fetchJson<OwnersPage>(
        withParams("/api/archive/owners", { ...criteria, after: pageParam }),
        signal,
      ),
    getNextPageParam: (last) => last.next,
    staleTime: 30_000,
  });
}

export function messageQuery(rowId: number, reading: ReadingKey) {
  return queryOptions({
    queryKey: ["archive", "message", rowId, reading],
    queryFn: ({ signal }) => fetchJson<MessageDetailView>(`/api/archive/message/${rowId}`, signal),
    staleTime: 60_000,
  });
}
