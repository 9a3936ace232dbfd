import "server-only";
import { foldStories } from "@/lib/xmpp/fold";
import type { Archive } from "@/lib/xmpp/story";
import { toMessageView } from "../to-view";
import type { Veil } from "../veil";
import type { MessageView } from "../views";
import type { Gathered } from "./gather";

/**
 * The messages of a page: what is gathered is folded, and a message is shown on the page that has its
 * first row. A row that folds into a message elsewhere is left out here; one that folds nowhere stands
 * for itself.
 */
export function foldPage(
  pageIds: ReadonlySet<number>,
  { rows }: Gathered,
  archive: Archive,
  veil: Veil,
): MessageView[] {
  const stories = foldStories(
    archive,
    [...rows.values()].map((it) => it.story),
  );
  const rawOf = (rowId: number) => rows.get(rowId)?.value ?? null;
  return stories
    .filter((story) => pageIds.has(story.row.rowId))
    .map((story) => toMessageView(story, veil, { rawOf }));
}

/** Every row whose words are in the answer: folded rows and quoted ones too. For the trail. */
export function shownRows(messages: MessageView[]): number[] {
  const ids = new Set<number>();
  for (const message of messages) {
    for (const rowId of message.rowIds) ids.add(rowId);
    if (message.reply?.rowId != null) ids.add(message.reply.rowId);
  }
  return [...ids].sort((a, b) => a - b);
}
