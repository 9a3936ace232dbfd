import type { Grant } from "@/lib/auth/grant";
import type { OwnerRef, Place, TranscriptCriteria } from "../criteria";
import { readPosition } from "../cursor";
import { browseTranscript } from "../queries/transcript";
import type { MessageView, TranscriptPage } from "../views";

type Walk = { pages: TranscriptPage[]; messages: MessageView[] };

/** Every page of an archive, from one end to the other. */
export async function walk(
  grant: Grant<"archive.browse">,
  direction: "back" | "on",
  criteria: OwnerRef & { peer: string | null; limit: number },
): Promise<Walk> {
  const pages: TranscriptPage[] = [];
  let place: Place = { kind: direction === "back" ? "newest" : "oldest" };
  for (;;) {
    const page = await browseTranscript(grant, { ...criteria, place } as TranscriptCriteria);
    pages.push(page);
    const next = direction === "back" ? page.older : page.newer;
    if (next === null) break;
    const position = readPosition(next);
    place = direction === "back" ? { kind: "before", position } : { kind: "after", position };
  }
  const inOrder = direction === "back" ? pages.toReversed() : pages;
  return { pages, messages: inOrder.flatMap((it) => it.messages) };
}
