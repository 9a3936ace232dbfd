import { route } from "@/lib/auth/wrappers";
import { getSearch } from "@/lib/search/queries/kept";

/** One search that is kept: one's own, or a shared one. */
export const GET = route("search.metadata", async (grant, request) => {
  const id = new URL(request.url).pathname.split("/").at(-1) ?? "";
  return Response.json(await getSearch(grant, id));
});
