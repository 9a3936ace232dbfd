import { parseParams } from "@/lib/archive/search-params";
import { route } from "@/lib/auth/wrappers";
import { getGrowth } from "@/lib/storage/queries/growth";
import { growthParams, inOrder } from "@/lib/storage/search-params";

/** Rows and bytes over time, by host, store or kind, in the zone of the lens. */
export const GET = route("storage.read", async (grant, request) => {
  const params = inOrder(parseParams(growthParams, new URL(request.url).searchParams));
  const { from = null, to = null, step = null, host = null, ...rest } = params;
  return Response.json(await getGrowth(grant, { ...rest, from, to, step, host }, request.signal));
});
