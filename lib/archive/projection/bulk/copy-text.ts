import type { Line } from "../line";
import type { OwnerNumbers } from "../owners";
import type { CountedRow } from "../prepare";

export const MESSAGE_COLUMNS = `sort_id, owner_id, host_id, "when", peer, nick, direction, kind, proof,
  origin_id, stanza_id, target_id, size_bytes, key_hash, body, tsv`;
export const COUNTED_COLUMNS = `sort_id, owner_id, "when", size_bytes`;

/** A line in COPY's text format, columns as in MESSAGE_COLUMNS. */
export function messageText(line: Line, { ownerId, hostId }: OwnerNumbers, vector: string): string {
  const { rowId, when, direction, kind, proof, sizeBytes, keyHash } = line;
  return (
    `${rowId}\t${ownerId}\t${hostId}\t${when}\t${field(line.peer)}\t${field(line.nick)}\t${direction}\t` +
    `${kind}\t${proof ?? NULL}\t${field(line.originId)}\t${field(line.stanzaId)}\t` +
    `${field(line.targetId)}\t${sizeBytes}\t${keyHash}\t${field(line.body)}\t${field(vector)}\n`
  );
}

export function countedText(row: CountedRow, { ownerId }: OwnerNumbers): string {
  return `${row.rowId}\t${ownerId}\t${row.when}\t${row.sizeBytes}\n`;
}

const NULL = "\\N";
const ESCAPES: Record<string, string> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };

function field(text: string | null): string {
  if (text === null) return NULL;
  return /[\\\t\n\r]/.test(text) ? text.replace(/[\\\t\n\r]/g, (it) => ESCAPES[it] ?? it) : text;
}
