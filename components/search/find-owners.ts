import { queryOptions } from "@tanstack/react-query";
import { fetchJson, withParams } from "@/components/archive/fetch-json";
import type { OwnersPage } from "@/lib/archive/views";

const ASKED = 20;

/** People and rooms whose name or address fits; names are no words, so no reading is needed. */
export function findOwnersQuery(filter: string) {
  return queryOptions({
    queryKey: ["archive", "owners", "suggested", filter],
    queryFn: async ({ signal }) => {
      const url = withParams("/api/archive/owners", { filter, limit: ASKED });
      const { owners } = await fetchJson<OwnersPage>(url, signal);
      // What begins so is meant before what only has it somewhere.
      const begins = ({ user, name }: OwnersPage["owners"][number]) =>
        [user, name ?? ""].some((it) => it.toLowerCase().startsWith(filter.toLowerCase()));
      return [...owners.filter(begins), ...owners.filter((it) => !begins(it))];
    },
    staleTime: 60_000,
    retry: false,
  });
}
