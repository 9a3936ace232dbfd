import { queryOptions } from "@tanstack/react-query";
import { fetchJson, withParams } from "@/components/archive/fetch-json";
import type { Health, IndexReport, PagePlan, SlowQueries } from "@/lib/storage/database-views";

/** Invalidate it when a job of maintenance has ended. */
export const DATABASE = ["storage", "database"];

function ask<T>(path: string, params: Parameters<typeof withParams>[1] = {}) {
  return queryOptions({
    queryKey: [...DATABASE, path, params],
    queryFn: ({ signal }) => fetchJson<T>(withParams(`/api/storage/${path}`, params), signal),
    staleTime: 60_000,
  });
}

export const healthQuery = () => ask<Health>("database");
export const indexesQuery = () => ask<IndexReport>("indexes");
export const slowQuery = () => ask<SlowQueries>("slow");

/** Planned and measured anew each time it is asked for. */
export const explainQuery = (page: string, analyze: boolean) => ({
  ...ask<PagePlan>("explain", { page, analyze: analyze ? "1" : "0" }),
  staleTime: Number.POSITIVE_INFINITY,
  retry: false,
});
