import type { Position } from "./cursor";

/** Whose archive: a person (localpart and host) or a room (localpart and component). */
export type OwnerRef = { host: string; user: string };

/** Where a page of a transcript begins. Positions are exclusive (XEP-0059). */
export type Place =
  | { kind: "newest" }
  | { kind: "oldest" }
  | { kind: "before"; position: Position }
  | { kind: "after"; position: Position }
  /** Half of the page before this row, half from it on. */
  | { kind: "row"; rowId: number }
  /** From the first row at or after local midnight of `date` (YYYY-MM-DD) in an IANA zone. */
  | { kind: "date"; date: string; zone: string };

export type TranscriptCriteria = OwnerRef & {
  /** Bare JID of the other side; in rooms the proven author. null: everybody. */
  peer: string | null;
  place: Place;
  /** Archive rows, not messages: 1 to MAX_ROWS. */
  limit: number;
  /** `offline` is a store of its own, shown apart and never folded. */
  offline?: boolean;
};

/** About three screens: reading and folding stanzas costs more than finding them. */
export const DEFAULT_ROWS = 60;
export const MAX_ROWS = 500;

/** People, rooms, conversations: about three screens, too. */
export const DEFAULT_LINES = 60;
export const MAX_LINES = 200;

/** Lists fetch this much of a stanza; the page of one message fetches up to 1 MiB (trust.md 6). */
export const LIST_VALUE_BYTES = 32 * 1024;
export const FULL_VALUE_BYTES = 1024 * 1024;

/** Rows from outside a page that may be read to fold it. */
export const MAX_SATELLITES = 2_000;

export function ownerJid({ host, user }: OwnerRef): string {
  return user === "" ? host : `${user}@${host}`;
}
