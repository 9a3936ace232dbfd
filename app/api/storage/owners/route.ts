import { parseParams } from "@/lib/archive/search-params";
import { route } from "@/lib/auth/wrappers";
import { listOwnersBySize } from "@/lib/storage/queries/owners";
import { ownersParams } from "@/lib/storage/search-params";

/** People and rooms by size, and the rest as one. */
export const GET = route("storage.read", async (grant, request) => {
  const { host = null, ...rest } = parseParams(ownersParams, new URL(request.url).searchParams);
  return Response.json(await listOwnersBySize(grant, { ...rest, host }, request.signal));
});
