import "server-only";
import type { ArchiveRow } from "@/lib/prosody/archive-row";
import type { Layout } from "@/lib/prosody/layouts/layout";
import { bareOf } from "@/lib/xmpp/jid";
import { readStanza } from "@/lib/xmpp/read-stanza";
import type { Archive, Proof, StoryRow } from "@/lib/xmpp/story";
import type { ProjectedRow, StoredLine } from "./projected-rows";

/** A row with its stanza read, and the stored text in case it could not be. */
export type ReadRow = { story: StoryRow; value: string };

const PROOFS: Record<number, Proof> = { 1: "occupant-id", 2: "muc-user" };

/** The line of the projection and the stored row it came with. */
export function readLine(line: StoredLine, archive: Archive, { toRow }: Layout): ReadRow {
  return readRow(toRow(line), archive, line);
}

/** Parses one stored stanza. Without a line of the projection the sides come from the stanza itself. */
export function readRow(
  row: ArchiveRow,
  archive: Archive,
  line: ProjectedRow | undefined,
): ReadRow {
  const { facts, problem } = readStanza(row.value, { truncated: row.truncated });
  const story: StoryRow = {
    rowId: row.rowId,
    archiveId: row.key,
    stamp: row.when,
    sizeBytes: row.sizeBytes,
    facts,
    problem,
    truncated: row.truncated,
    peer: archive.isRoom ? null : (row.with ?? line?.peer ?? otherSide(archive, facts)),
    realJid: archive.isRoom ? (line?.peer ?? null) : null,
    realJidProof: archive.isRoom && line?.proof ? (PROOFS[line.proof] ?? null) : null,
  };
  return { story, value: row.value };
}

/** Reference layout: there is no column `with`. */
function otherSide(archive: Archive, facts: StoryRow["facts"]): string | null {
  const from = bareOf(facts?.from ?? null);
  const to = bareOf(facts?.to ?? null);
  return from === null || from === archive.owner ? (to ?? archive.owner) : from;
}
