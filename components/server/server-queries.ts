import { queryOptions } from "@tanstack/react-query";
import { watchJson } from "@/components/archive/fetch-json";
import type { ServerFacts, ServerPulse } from "@/lib/server/views";

/** As texts.server.index.live says. */
const PULSE_MS = 3_000;
const FACTS_MS = 30_000;

/** How the server is now; the page brings the first answer along. */
export function pulseQuery(first: ServerPulse) {
  return queryOptions({
    queryKey: ["server", "pulse"],
    queryFn: ({ signal }) => watchJson<ServerPulse>("/api/server/pulse", signal),
    initialData: first,
    staleTime: PULSE_MS,
    refetchInterval: PULSE_MS,
    retry: false,
    // Also where the browser thinks it is offline: that nothing is heard has to be said.
    networkMode: "always",
  });
}

/** What the console is connected to: rarely another, and never at the cost of a restart of the page. */
export function factsQuery(first: ServerFacts) {
  return queryOptions({
    queryKey: ["server", "facts"],
    queryFn: ({ signal }) => watchJson<ServerFacts>("/api/server", signal),
    initialData: first,
    staleTime: FACTS_MS,
    refetchInterval: FACTS_MS,
    retry: false,
    networkMode: "always",
  });
}
