import { listOwners } from "@/lib/archive/queries/owners";
import { ownersParams, parseParams } from "@/lib/archive/search-params";
import { route } from "@/lib/auth/wrappers";

/** A page of people and rooms for the list that filters as you type. */
export const GET = route("archive.browse", async (grant, request) => {
  const params = parseParams(ownersParams, new URL(request.url).searchParams);
  const { host = null, after = null, ...rest } = params;
  return Response.json(await listOwners(grant, { ...rest, host, after }, request.signal));
});
