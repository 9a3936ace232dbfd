import { parseParams } from "@/lib/archive/search-params";
import { route } from "@/lib/auth/wrappers";
import { getOwnerStorage } from "@/lib/storage/queries/owner";
import { ownerParams } from "@/lib/storage/search-params";

/** Stores and months of one person or room. */
export const GET = route("storage.read", async (grant, request) => {
  const owner = parseParams(ownerParams, new URL(request.url).searchParams);
  return Response.json(await getOwnerStorage(grant, owner));
});
