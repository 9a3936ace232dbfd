import { bareOf, normaliseJid } from "../jid";
import type { Archive, Story, StoryRow } from "../story";
import { type Sender, senderOf } from "./sender";

/** One stanza of the archive: a row, or the two rows of a note to self. */
export type Unit = {
  row: StoryRow;
  rowIds: number[];
  archiveIds: string[];
  sender: Sender;
  /** Only what is said in the same conversation may refer to each other. null: not known. */
  conversation: string | null;
  /** Where it stands among the units, oldest first. */
  place: number;
  /** The story it has landed in, and as what; set by the fold, oldest first. */
  story: Story | null;
  role: "root" | "version" | "claim" | "mark";
};

/** Rows by (stamp, rowId), each once, notes to self paired. */
export function toUnits(archive: Archive, rows: readonly StoryRow[]): Unit[] {
  const sorted = [...new Map(rows.map((it) => [it.rowId, it])).values()].sort(byPlace);
  const rooms = archive.isRoom ? NONE : roomsAmong(sorted);
  const units: Unit[] = [];
  const notes = new Map<string, Unit>();
  for (const row of sorted) {
    const key = archive.isRoom ? null : noteKey(archive, row);
    const first = key === null ? undefined : notes.get(key);
    if (key !== null && first && row.stamp - first.row.stamp <= TWIN_SECONDS) {
      first.rowIds.push(row.rowId);
      first.archiveIds.push(row.archiveId);
      notes.delete(key);
      continue;
    }
    const unit = toUnit(archive, row, rooms, units.length);
    if (key !== null) notes.set(key, unit);
    units.push(unit);
  }
  return units;
}

export function byPlace(a: StoryRow, b: StoryRow): number {
  return a.stamp - b.stamp || a.rowId - b.rowId;
}

const NONE: ReadonlySet<string> = new Set();

/** Both copies are written while the same stanza is handled. */
const TWIN_SECONDS = 2;

function toUnit(archive: Archive, row: StoryRow, rooms: ReadonlySet<string>, place: number): Unit {
  return {
    row,
    rowIds: [row.rowId],
    archiveIds: [row.archiveId],
    sender: senderOf(archive, row, rooms),
    conversation: archive.isRoom ? archive.owner : conversationOf(archive, row, rooms),
    place,
    story: null,
    role: "root",
  };
}

/**
 * A private message or a mediated invite tells that its other side is a room. Only about that side: a
 * stranger who pretends to be a room splits up nobody's conversation but their own.
 */
function roomsAmong(rows: readonly StoryRow[]): ReadonlySet<string> {
  const rooms = new Set<string>();
  for (const { facts, peer } of rows) {
    const jid = bareOf(peer);
    if (jid === null || !facts) continue;
    const invites = facts.invite?.mediated && facts.invite.room === jid;
    if (facts.privateInRoom || invites) rooms.add(jid);
  }
  return rooms;
}

/** The peer; in a room's private messages the occupant, as each of them is another person. */
function conversationOf(
  archive: Archive,
  { peer, facts }: StoryRow,
  rooms: ReadonlySet<string>,
): string | null {
  const from = facts?.from ?? null;
  const other = from !== null && bareOf(from) !== archive.owner ? from : (facts?.to ?? null);
  if (peer === null) return other === null ? null : bareOf(other);
  const bare = bareOf(peer);
  return rooms.has(bare) && other !== null ? normaliseJid(other) : bare;
}

/**
 * Prosody stores a note to self twice in the same archive (mod_mam handles it as sent and as received).
 * The same id alone would do, but clients reuse ids, so kind and words must agree, too.
 */
function noteKey(archive: Archive, { peer, facts }: StoryRow): string | null {
  if (!facts?.id || bareOf(peer) !== archive.owner || bareOf(facts.from) !== archive.owner) {
    return null;
  }
  return JSON.stringify([facts.id, facts.kind, facts.from, facts.targetId, facts.body]);
}
