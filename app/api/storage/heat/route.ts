import { parseParams } from "@/lib/archive/search-params";
import { route } from "@/lib/auth/wrappers";
import { getHeatMap } from "@/lib/storage/queries/heat";
import { heatParams } from "@/lib/storage/search-params";

/** When rows are archived: hour by weekday, in the zone of the lens. */
export const GET = route("storage.read", async (grant, request) => {
  const { host = null, ...rest } = parseParams(heatParams, new URL(request.url).searchParams);
  return Response.json(await getHeatMap(grant, { ...rest, host }, request.signal));
});
