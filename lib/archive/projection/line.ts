import type { Token } from "@/lib/lexemes/token";
import { tokenize } from "@/lib/lexemes/tokenize";
import { toTsvector } from "@/lib/lexemes/tsvector";
import type { ArchiveRow } from "@/lib/prosody/archive-row";
import { isRoomStore } from "@/lib/prosody/stores";
import type { StanzaFacts } from "@/lib/xmpp/facts";
import { bareOf, resourceOf } from "@/lib/xmpp/jid";
import { MESSAGE_KINDS } from "@/lib/xmpp/kinds";
import { indexId } from "../index-id";
import { keyHash } from "../key-hash";
import { marksOf, partyNames } from "./facets";
import { searchText } from "./search-text";

export const DIRECTION = { incoming: 0, outgoing: 1, room: 2 } as const;
export const PROOF = { occupantId: 1, mucUser: 2 } as const;

/** One line of the projection, before its owner has a number. */
export type Line = {
  rowId: number;
  host: string;
  user: string;
  store: string;
  when: number;
  peer: string | null;
  nick: string | null;
  direction: number;
  kind: number;
  proof: number | null;
  originId: string | null;
  stanzaId: string | null;
  targetId: string | null;
  sizeBytes: number;
  /** Prosody's `key`: retractions in rooms name it. */
  archiveKey: string;
  keyHash: number;
  /** What substrings are looked for in; null: nothing to read. */
  body: string | null;
  /** Words in the form of a tsvector, without facets. */
  words: string;
  /** Bare JIDs and nicks, in lower case: who sent it, and between whom it went. */
  senders: string[];
  participants: string[];
  /** Facets that need no number: `:file`, `:link`, … */
  marks: string[];
};

/** Who wrote in a room, when that can be proven; null when it cannot. */
export type Author = { jid: string; proof: number } | null;

const LONGEST_NICK = 1_023;

/**
 * What the projection keeps of a row: who, when, what kind, and the ids that tie rows together. `facts`
 * null: the stanza could not be read, so only the columns speak. `author` counts in rooms only.
 */
export function toLine(row: ArchiveRow, facts: StanzaFacts | null, author: Author): Line {
  const sides = isRoomStore(row.store) ? roomSides(facts, author) : personSides(row, facts);
  const text = facts ? searchText(facts) : "";
  return {
    rowId: row.rowId,
    host: row.host,
    user: row.user,
    store: row.store,
    when: row.when,
    ...sides,
    peer: indexId(sides.peer),
    nick: sides.nick?.slice(0, LONGEST_NICK) ?? null,
    kind: MESSAGE_KINDS.indexOf(facts?.kind ?? "other"),
    originId: indexId(facts?.originId ?? null),
    stanzaId: indexId(facts?.id ?? null),
    targetId: indexId(facts?.targetId ?? facts?.call?.id ?? null),
    sizeBytes: row.sizeBytes,
    archiveKey: indexId(row.key),
    keyHash: keyHash(row.key),
    body: text === "" ? null : text,
    words: text === "" ? "" : toTsvector(thatFit(tokenize(text)), []),
    ...parties(row, sides),
    marks: facts ? marksOf(facts) : [],
  };
}

/** A tsvector holds a megabyte; of a text with more different words the first are indexed. */
const MAX_LEXEME_BYTES = 600_000;

function thatFit(tokens: Token[]): Token[] {
  let bytes = 0;
  const end = tokens.findIndex(({ lexeme, exact }) => {
    bytes += 3 * (lexeme.length + (lexeme === exact ? 0 : exact.length)) + 4;
    return bytes > MAX_LEXEME_BYTES;
  });
  return end < 0 ? tokens : tokens.slice(0, end);
}

function parties(row: ArchiveRow, { peer, nick, direction }: Sides) {
  const owner = row.user === "" ? row.host : `${row.user}@${row.host}`;
  const room = direction === DIRECTION.room;
  const sender = direction === DIRECTION.outgoing ? owner : peer;
  return {
    senders: partyNames(room ? [peer, nick] : [sender]),
    participants: partyNames(room ? [owner] : [owner, peer]),
  };
}

type Sides = Pick<Line, "peer" | "nick" | "direction" | "proof">;

function roomSides(facts: StanzaFacts | null, author: Author): Sides {
  return {
    peer: author?.jid ?? null,
    nick: resourceOf(facts?.from ?? null),
    direction: DIRECTION.room,
    proof: author?.proof ?? null,
  };
}

/** Direction as Prosody's own rule: outgoing when the sender is the archive's owner (prosody.md §1). */
function personSides(row: ArchiveRow, facts: StanzaFacts | null): Sides {
  const owner = bareOf(`${row.user}@${row.host}`);
  const from = bareOf(facts?.from ?? null);
  // Prosody stores a note to self without `to`.
  const outgoing = from === owner;
  const other = outgoing ? (facts?.to ?? owner) : (facts?.from ?? null);
  return {
    peer: row.with ?? bareOf(other),
    nick: facts?.privateInRoom ? resourceOf(other) : null,
    direction: outgoing ? DIRECTION.outgoing : DIRECTION.incoming,
    proof: null,
  };
}
