import { listConversations } from "@/lib/archive/queries/conversations";
import { readerOf } from "@/lib/archive/reading-of";
import { conversationsParams, ownerFromPath, parseParams } from "@/lib/archive/search-params";
import { route } from "@/lib/auth/wrappers";

/** A page of the conversations of one person. */
export const GET = route("archive.browse", async (grant, request) => {
  const { after = null, ...rest } = parseParams(
    conversationsParams,
    new URL(request.url).searchParams,
  );
  const owner = ownerFromPath(request.url);
  const reader = await readerOf(grant, owner);
  const criteria = { ...owner, ...rest, after };
  return Response.json(await listConversations(grant, criteria, reader?.reading ?? null));
});
