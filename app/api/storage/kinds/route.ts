import { parseParams } from "@/lib/archive/search-params";
import { route } from "@/lib/auth/wrappers";
import { getKindCosts } from "@/lib/storage/queries/kinds";
import { kindsParams } from "@/lib/storage/search-params";

/** What each kind of row costs, and the share of encrypted ones over time. */
export const GET = route("storage.read", async (grant, request) => {
  const { host = null } = parseParams(kindsParams, new URL(request.url).searchParams);
  return Response.json(await getKindCosts(grant, { host }, request.signal));
});
