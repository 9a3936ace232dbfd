import { bareOf, normaliseJid, resourceOf } from "../jid";
import type { Archive, Party, StoryRow } from "../story";

/** A party with what the fold compares; `party` is what is shown. */
export type Sender = {
  party: Party;
  own: boolean;
  /** The room itself speaks. */
  isRoom: boolean;
  occupantId: string | null;
  realJid: string | null;
  /** 1:1: bare JID, for occupants of a room the full one. null: the stanza names no sender. */
  address: string | null;
};

const NOBODY: Party = { jid: null, nick: null, resource: null, proof: null, identity: "" };

/** `rooms`: the peers of this archive that are known to be rooms (private messages come from there). */
export function senderOf(archive: Archive, row: StoryRow, rooms: ReadonlySet<string>): Sender {
  const from = row.facts?.from ?? null;
  if (from === null) return unknownSender(row);
  return archive.isRoom ? inRoom(archive, row, from) : inAccount(archive, from, rooms);
}

function unknownSender(row: StoryRow): Sender {
  const party = { ...NOBODY, identity: `row ${row.rowId}` };
  return { party, own: false, isRoom: false, occupantId: null, realJid: null, address: null };
}

function inAccount(archive: Archive, from: string, rooms: ReadonlySet<string>): Sender {
  const jid = bareOf(from);
  const resource = resourceOf(from);
  const known = { occupantId: null, realJid: null, isRoom: false, own: jid === archive.owner };
  // Each occupant is somebody else. The JID stays in sight: anybody can pretend to be such a room.
  const occupant = !known.own && resource !== null && rooms.has(jid);
  const address = occupant ? normaliseJid(from) : jid;
  return { ...known, address, party: { ...NOBODY, jid, resource, identity: address } };
}

function inRoom(archive: Archive, row: StoryRow, from: string): Sender {
  const party = partyInRoom(archive, from, row);
  const isRoom = party.nick === null && bareOf(from) === archive.owner;
  const occupantId = row.facts?.occupantId ?? null;
  const realJid = isRoom ? null : party.jid;
  if (!isRoom && realJid === null && occupantId !== null) party.identity = occupantId;
  return { party, own: false, isRoom, occupantId, realJid, address: normaliseJid(from) };
}

function partyInRoom(archive: Archive, from: string, row: StoryRow): Party {
  const nick = resourceOf(from);
  if (nick === null) return { ...NOBODY, jid: bareOf(from), identity: bareOf(from) };
  const claimed = row.facts?.realJid ?? null;
  const jid = bareOf(row.realJid ?? claimed);
  const proof = row.realJid !== null ? row.realJidProof : claimed !== null ? "muc-user" : null;
  const identity = jid ?? `${archive.owner}/${nick.normalize("NFC")}`;
  return { ...NOBODY, jid, nick, proof, identity };
}

/** Somebody whom a room names, such as the moderator: `room@host/nick`, a real JID or nobody. */
export function partyNamed(archive: Archive, jid: string | null): Party {
  if (jid === null) return { ...NOBODY, jid: archive.owner, identity: archive.owner };
  const bare = bareOf(jid);
  const nick = resourceOf(jid);
  if (bare !== archive.owner || nick === null) return { ...NOBODY, jid: bare, identity: bare };
  return { ...NOBODY, nick, identity: normaliseJid(jid) };
}

export type Likeness = "same" | "different" | "unknown";

/**
 * Whether two rows come from the same sender, as far as the archive proves it. In rooms the occupant-id
 * decides, else the proven JID, else, only where neither row has anything better, the nick.
 */
export function likeness(a: Sender, b: Sender): Likeness {
  if (a.address === null || b.address === null) return "unknown";
  if (a.isRoom || b.isRoom) return a.isRoom && b.isRoom ? "same" : "different";
  if (a.occupantId !== null && b.occupantId !== null) return equal(a.occupantId, b.occupantId);
  if (a.realJid !== null && b.realJid !== null) return equal(a.realJid, b.realJid);
  const bothBare = isNickOnly(a) && isNickOnly(b);
  if (a.address !== b.address) return "different";
  return bothBare ? "same" : "unknown";
}

function isNickOnly(sender: Sender): boolean {
  return sender.occupantId === null && sender.realJid === null;
}

function equal(a: string, b: string): Likeness {
  return a === b ? "same" : "different";
}
