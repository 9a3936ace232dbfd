import { getHistogram } from "@/lib/archive/queries/histogram";
import { histogramParams, ownerFromPath, parseParams } from "@/lib/archive/search-params";
import { route } from "@/lib/auth/wrappers";

/** Rows a day of an owner or one conversation, in the zone of the lens. */
export const GET = route("archive.browse", async (grant, request) => {
  const params = parseParams(histogramParams, new URL(request.url).searchParams);
  const { with: peer = null, zone, from = null, to = null } = params;
  const criteria = { ...ownerFromPath(request.url), peer, zone, from, to };
  return Response.json(await getHistogram(grant, criteria, request.signal));
});
