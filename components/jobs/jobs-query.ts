import { queryOptions } from "@tanstack/react-query";
import { watchJson } from "@/components/archive/fetch-json";
import { isOver, type JobView } from "@/lib/jobs/views";

/** Invalidate it after asking for a job: the list then looks at once. */
export const JOBS = ["jobs"];

const BUSY_MS = 1_000;
const QUIET_MS = 20_000;

/** What waits, runs and ended lately: each second while something is under way, else now and then. */
export function jobsQuery() {
  return queryOptions({
    queryKey: [...JOBS, "list"],
    queryFn: ({ signal }) => watchJson<{ jobs: JobView[] }>("/api/jobs", signal),
    staleTime: 0,
    refetchInterval: ({ state }) =>
      state.data?.jobs.some((it) => !isOver(it)) ? BUSY_MS : QUIET_MS,
  });
}

/** One job, until it is over. */
export function jobQuery(id: string) {
  return queryOptions({
    queryKey: [...JOBS, "one", id],
    queryFn: ({ signal }) => watchJson<JobView>(`/api/jobs/${encodeURIComponent(id)}`, signal),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data && isOver(state.data) ? false : BUSY_MS),
  });
}
