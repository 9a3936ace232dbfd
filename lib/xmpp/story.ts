import type { StanzaFacts } from "./facts";

/** One archive row with its stanza read; the input of the fold. */
export type StoryRow = {
  /** `sort_id` (reference layout: the computed row id). */
  rowId: number;
  /** Prosody `key`: XEP-0359 stanza-id, unique per owner and store. */
  archiveId: string;
  /** Unix seconds, UTC. */
  stamp: number;
  sizeBytes: number;
  /** null when the stanza could not be read: the row is shown raw. */
  facts: StanzaFacts | null;
  /** Why it could not be read, in words for an operator. */
  problem: string | null;
  /** Only the beginning of `value` was fetched. */
  truncated: boolean;
  /** The other side (bare JID); null in rooms. From the projection or the column `with`. */
  peer: string | null;
  /** In rooms: the real JID, when proven. */
  realJid: string | null;
  realJidProof: Proof | null;
};

export type Proof = "occupant-id" | "muc-user";

export type Archive = {
  /** Bare JID of the owner: a person or a room. */
  owner: string;
  isRoom: boolean;
};

export type Party = {
  /** Bare JID when known; in rooms only when proven. */
  jid: string | null;
  /** In rooms. */
  nick: string | null;
  resource: string | null;
  proof: Proof | null;
  /**
   * Who counts as the same sender on screen: bare JID, else occupant-id, else the occupant's full JID
   * (`room@host/nick`), so that a nick never passes for a JID.
   */
  identity: string;
};

/** `encrypted`: there is a version, and its text (then "") is nowhere in the archive. */
export type StoryVersion = { rowId: number; stamp: number; text: string; encrypted?: boolean };
export type StoryMark = { rowId: number; stamp: number; by: Party };

/** A correction or retraction that does not come from the sender, or cannot be proven to. */
export type StoryClaim = StoryMark & { what: "correction" | "retraction"; text: string | null };

export type Story = {
  /** The row that stands for the message: its first version. */
  row: StoryRow;
  sender: Party;
  /** Sent by the owner of the archive. */
  own: boolean;
  /** The text as it reads now; null where there is none (encrypted, file only, …). The quote of a reply is cut off. */
  text: string | null;
  /** All versions oldest first, only when there is more than one. */
  versions: StoryVersion[];
  retraction: StoryMark | null;
  moderation: (StoryMark & { reason: string | null; byText: string | null }) | null;
  reactions: (StoryMark & { emoji: string[] })[];
  reply: {
    id: string;
    rowId: number | null;
    sender: Party | null;
    /** First line of the quoted message, from the archive when it is there, else from the fallback quote. */
    excerpt: string | null;
    fromFallback: boolean;
  } | null;
  receipts: StoryMark[];
  markers: (StoryMark & { name: "received" | "displayed" | "acknowledged" })[];
  claims: StoryClaim[];
  call: {
    steps: { rowId: number; stamp: number; step: string; by: Party }[];
    durationSeconds: number | null;
  } | null;
  /** Every row folded into this story, its own first. */
  rowIds: number[];
};
