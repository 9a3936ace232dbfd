import { keepPreviousData, type QueryClient, queryOptions } from "@tanstack/react-query";
import { fetchJson, postJson } from "@/components/archive/fetch-json";
import type { PolicyChange } from "@/lib/policy/change";
import type { Blast, Effective, PlanView, PrefsOfHost } from "@/lib/policy/views";

export type Preview = { plan: PlanView | null; blast: Blast };

/** What changes would write and delete. */
export const previewQuery = (changes: readonly PolicyChange[]) =>
  queryOptions({
    queryKey: ["policy", "preview", changes],
    queryFn: ({ signal }) => postJson<Preview>("/api/policy/preview", changes, signal),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });

export const effectiveQuery = () =>
  queryOptions({
    queryKey: ["policy", "effective"],
    queryFn: ({ signal }) => fetchJson<Effective>("/api/policy/effective", signal),
    staleTime: 60_000,
  });

export const prefsQuery = () =>
  queryOptions({
    queryKey: ["policy", "prefs"],
    queryFn: ({ signal }) => fetchJson<PrefsOfHost[]>("/api/policy/prefs", signal),
    staleTime: 300_000,
  });

/** After a deed: files, and what is in force, may be others now. What is on the screen is asked again. */
export function forgetAnswers(client: QueryClient): void {
  client.removeQueries({ queryKey: ["policy"], type: "inactive" });
  void client.invalidateQueries({ queryKey: ["policy"] });
}
