import "server-only";
import type { Story } from "@/lib/xmpp/story";
import type { Veil } from "../veil";
import type { MessageView } from "../views";
import { foldPage } from "./fold-page";
import { loadPage } from "./load-page";
import type { OwnerScope } from "./owner-scope";

const MESSAGES_EACH_SIDE = 5;
/** Receipts and markers fold away, so more rows are read than messages are shown. */
const ROWS = 40;

/** The messages before and after one, in its conversation or room. */
export async function loadContext(
  scope: OwnerScope,
  { row }: Story,
  veil: Veil,
  signal: AbortSignal | null,
): Promise<{ before: MessageView[]; after: MessageView[] }> {
  const { host, user, archive, ids, stores } = scope;
  const offline = stores.includes("offline") && ids.length === 0;
  if (offline) return { before: [], after: [] };
  const page = await loadPage(
    {
      host,
      user,
      peer: archive.isRoom ? null : row.peer,
      place: { kind: "row", rowId: row.rowId },
      limit: ROWS,
    },
    signal,
  );
  const messages = foldPage(page.ids, page.gathered, page.archive, veil);
  const at = messages.findIndex((it) => it.rowId === row.rowId);
  if (at < 0) return { before: [], after: [] };
  return {
    before: messages.slice(Math.max(0, at - MESSAGES_EACH_SIDE), at),
    after: messages.slice(at + 1, at + 1 + MESSAGES_EACH_SIDE),
  };
}
