import "server-only";
import type { Grant } from "@/lib/auth/grant";
import { readWithin } from "@/lib/auth/read-within";
import { type Reading, requireReading } from "@/lib/auth/reading";
import { pools } from "@/lib/db/pools";
import { fetchRows } from "@/lib/prosody/archive-rows";
import { isMessageStore, OFFLINE_STORE } from "@/lib/prosody/stores";
import { type OwnerRef, ownerJid } from "../criteria";
import { toReadingView } from "../to-reading-view";
import { LIST_CHARACTERS, openVeil, SHUT } from "../veil";
import type { MessageDetailView } from "../views";
import { shownRows } from "./fold-page";
import { loadMessage } from "./load-message";
import { noSuchRow } from "./resolve-place";

/** Where a row is stored: whose archive, and which of its stores. */
export type FoundRow = OwnerRef & { store: string; rowId: number };

/**
 * Whose archive a row is in, so that a reading of that owner can be looked for or asked for.
 * @throws ConsoleError `not-found`, also for rows of stores that hold no messages.
 */
export async function findMessageOwner(
  _grant: Grant<"archive.browse">,
  rowId: number,
): Promise<FoundRow> {
  const [row] = await fetchRows(pools().interactive, [rowId], 0);
  if (!row || !(isMessageStore(row.store) || row.store === OFFLINE_STORE)) throw noSuchRow();
  return { host: row.host, user: row.user, store: row.store, rowId };
}

/**
 * One row in its message and its context, without words.
 * @throws ConsoleError `not-found`, also when the row is somebody else's by now.
 */
export async function browseMessage(
  _grant: Grant<"archive.browse">,
  found: FoundRow,
  signal: AbortSignal | null = null,
): Promise<MessageDetailView> {
  const detail = await loadMessage(found, { whole: SHUT, list: SHUT }, signal);
  return { ...detail, reading: null };
}

/**
 * The same with its words and the stanza as stored; on the trail before and after.
 * @throws ConsoleError `not-found`; `no-reading` when the reading is not of the row's owner, or is over.
 */
export async function readMessage(
  grant: Grant<"archive.read">,
  reading: Reading,
  found: FoundRow,
  signal: AbortSignal | null = null,
): Promise<MessageDetailView> {
  requireReading(grant, reading, found);
  const { rowId } = found;
  const detail = await readWithin(
    grant,
    {
      action: "message.read",
      subject: ownerJid(found),
      details: { reading: reading.id, row: rowId },
    },
    () => {
      const veils = { whole: openVeil(null), list: openVeil(LIST_CHARACTERS) };
      return loadMessage(found, veils, signal);
    },
    ({ before, message, after }) => [
      ...new Set([rowId, ...shownRows([...before, message, ...after])]),
    ],
  );
  return { ...detail, reading: toReadingView(reading) };
}
