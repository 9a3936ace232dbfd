import { parseParams } from "@/lib/archive/search-params";
import { route } from "@/lib/auth/wrappers";
import { explainPage, explainParams } from "@/lib/storage/queries/explain";

/** The plans of everything a page asks, of one archive or of the largest. */
export const GET = route("storage.read", async (grant, request) => {
  const params = parseParams(explainParams, new URL(request.url).searchParams);
  const { page, host, user, analyze } = params;
  const owner = host !== undefined && user !== undefined ? { host, user } : null;
  return Response.json(await explainPage(grant, { page, owner, analyze: analyze === "1" }));
});
