import "server-only";
import type { StoryRow } from "@/lib/xmpp/story";
import type { Veil } from "../veil";
import type { MessageView } from "../views";
import { foldPage } from "./fold-page";
import { type LoadedPage, loadPage } from "./load-page";
import type { OwnerScope } from "./owner-scope";

const MESSAGES_EACH_SIDE = 5;
/** Receipts and markers fold away, so more rows are read than messages are shown. */
const ROWS = 30;

/** The page around a row, in its conversation or room; null for offline rows, which stand alone. */
export async function loadAround(
  scope: OwnerScope,
  row: StoryRow,
  signal: AbortSignal | null,
): Promise<LoadedPage | null> {
  const { host, user, archive, ids, stores } = scope;
  if (stores.includes("offline") && ids.length === 0) return null;
  const peer = archive.isRoom ? null : row.peer;
  return loadPage(
    { host, user, peer, place: { kind: "row", rowId: row.rowId }, limit: ROWS },
    signal,
    { scope, place: { kind: "around", position: row, rowsBefore: ROWS / 2 } },
  );
}

/** The messages before and after one, out of the page around it. */
export function contextOf(
  page: LoadedPage | null,
  rowId: number,
  veil: Veil,
): { before: MessageView[]; after: MessageView[] } {
  const messages = page ? foldPage(page.ids, page.gathered, page.archive, veil) : [];
  const at = messages.findIndex((it) => it.rowId === rowId);
  if (at < 0) return { before: [], after: [] };
  return {
    before: messages.slice(Math.max(0, at - MESSAGES_EACH_SIDE), at),
    after: messages.slice(at + 1, at + 1 + MESSAGES_EACH_SIDE),
  };
}
