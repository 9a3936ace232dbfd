import { parseParams } from "@/lib/archive/search-params";
import { route } from "@/lib/auth/wrappers";
import { getDiskSizes } from "@/lib/storage/queries/disk";
import { diskParams, inOrder } from "@/lib/storage/search-params";

/** What the database takes on disk over time: measured daily, before that estimated. */
export const GET = route("storage.read", async (grant, request) => {
  const params = inOrder(parseParams(diskParams, new URL(request.url).searchParams));
  const { zone, from = null, to = null } = params;
  return Response.json(await getDiskSizes(grant, { zone, from, to }, request.signal));
});
