import { browseTranscript, readTranscript } from "@/lib/archive/queries/transcript";
import { readerOf } from "@/lib/archive/reading-of";
import { messagesParams, ownerFromPath, parseParams, placeOf } from "@/lib/archive/search-params";
import { route } from "@/lib/auth/wrappers";

/** A page of a transcript; with words only while the operator has an open reading of this owner. */
export const GET = route("archive.browse", async (grant, request) => {
  const params = parseParams(messagesParams, new URL(request.url).searchParams);
  const owner = ownerFromPath(request.url);
  const criteria = {
    ...owner,
    peer: params.with ?? null,
    place: placeOf(params),
    limit: params.limit,
    offline: params.store === "offline",
  };
  const reader = await readerOf(grant, owner);
  const page = reader
    ? await readTranscript(reader.grant, reader.reading, criteria, request.signal)
    : await browseTranscript(grant, criteria, request.signal);
  return Response.json(page);
});
