import "server-only";
import type { Grant } from "@/lib/auth/grant";
import { readWithin } from "@/lib/auth/read-within";
import { type Reading, requireReading } from "@/lib/auth/reading";
import { ownerJid, type TranscriptCriteria } from "../criteria";
import { toReadingView } from "../to-reading-view";
import { LIST_CHARACTERS, openVeil, SHUT, type Veil } from "../veil";
import type { TranscriptPage } from "../views";
import { foldPage, shownRows } from "./fold-page";
import { loadPage } from "./load-page";

type Signal = AbortSignal | null;

/** One page without any word a chat user wrote: who, when, what kind, how long. */
export async function browseTranscript(
  _grant: Grant<"archive.browse">,
  criteria: TranscriptCriteria,
  signal: Signal = null,
): Promise<TranscriptPage> {
  return { ...(await readPage(criteria, SHUT, signal)), reading: null };
}

/**
 * The same page with its words. *Asked* is on the trail before the query, *answered* before the return.
 * @throws ConsoleError `no-reading` when the reading is not of this owner or is over.
 */
export async function readTranscript(
  grant: Grant<"archive.read">,
  reading: Reading,
  criteria: TranscriptCriteria,
  signal: Signal = null,
): Promise<TranscriptPage> {
  requireReading(grant, reading, criteria);
  const { peer, place, limit } = criteria;
  const page = await readWithin(
    grant,
    {
      action: "archive.read",
      subject: ownerJid(criteria),
      details: { reading: reading.id, with: peer, place: { ...place }, limit },
    },
    () => readPage(criteria, openVeil(LIST_CHARACTERS), signal),
    (it) => shownRows(it.messages),
  );
  return { ...page, reading: toReadingView(reading) };
}

async function readPage(criteria: TranscriptCriteria, veil: Veil, signal: Signal) {
  const page = await loadPage(criteria, signal);
  const messages = foldPage(page.ids, page.gathered, page.archive, veil);
  return {
    messages,
    rows: page.ids.size,
    older: page.older,
    newer: page.newer,
    partial: page.partial,
    foldCut: page.gathered.cut,
  };
}
