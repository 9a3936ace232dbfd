import { browseMessage, findMessageOwner, readMessage } from "@/lib/archive/queries/message";
import { readerOf } from "@/lib/archive/reading-of";
import { messageId, parseWith } from "@/lib/archive/search-params";
import { route } from "@/lib/auth/wrappers";

/** One message with its context; with words and stanza only under a reading of its owner. */
export const GET = route("archive.browse", async (grant, request) => {
  const id = parseWith(messageId, new URL(request.url).pathname.split("/").at(-1));
  const found = await findMessageOwner(grant, id);
  const reader = await readerOf(grant, found);
  const message = reader
    ? await readMessage(reader.grant, reader.reading, found, request.signal)
    : await browseMessage(grant, found, request.signal);
  return Response.json(message);
});
