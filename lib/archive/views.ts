import type { MessageKind } from "@/lib/xmpp/kinds";
import type { Proof } from "@/lib/xmpp/story";

/**
 * What the browser and the command line get. Everything here is JSON. Whatever a chat user wrote is a
 * `Said`: without a reading it says how long the text is and nothing else.
 */
export type Said =
  | { closed: true; characters: number }
  | { closed: false; text: string; cut: boolean };

export type PartyView = {
  jid: string | null;
  nick: string | null;
  resource: string | null;
  proof: Proof | null;
  identity: string;
};

export type MarkView = { rowId: number; stamp: number; by: PartyView };

export type FileView = {
  name: Said | null;
  /** Shown, never fetched. */
  url: Said | null;
  host: string | null;
  mediaType: string | null;
  sizeBytes: number | null;
  encrypted: boolean;
};

export type MessageView = {
  rowId: number;
  archiveId: string;
  /** Unix seconds, UTC. */
  stamp: number;
  kind: MessageKind;
  sizeBytes: number;
  sender: PartyView;
  own: boolean;
  peer: string | null;
  text: Said | null;
  otherLanguages: { lang: string | null; text: Said }[];
  subject: Said | null;
  /** `encrypted`: there was such a version, its text (then empty) is nowhere in the archive. */
  versions: { rowId: number; stamp: number; text: Said; encrypted?: boolean }[];
  retraction: MarkView | null;
  moderation: (MarkView & { reason: Said | null; byText: string | null }) | null;
  reactions: (MarkView & { emoji: Said[] })[];
  reply: {
    rowId: number | null;
    sender: PartyView | null;
    excerpt: Said | null;
    fromFallback: boolean;
  } | null;
  receipts: MarkView[];
  markers: (MarkView & { name: "received" | "displayed" | "acknowledged" })[];
  claims: (MarkView & { what: "correction" | "retraction"; text: Said | null })[];
  files: FileView[];
  encryption: {
    name: string;
    devices: number;
    payloadBytes: number | null;
    keyTransport: boolean;
  } | null;
  call: {
    media: string[];
    steps: { rowId: number; stamp: number; step: string; by: PartyView }[];
    durationSeconds: number | null;
  } | null;
  invite: {
    room: string;
    from: string | null;
    to: string | null;
    reason: Said | null;
    mediated: boolean;
  } | null;
  error: { condition: string | null; text: Said | null } | null;
  payloads: string[];
  privateInRoom: boolean;
  spoiler: Said | null;
  /** The stanza could not be read: why, and the stored text as it is. */
  broken: { problem: string; raw: Said } | null;
  truncated: boolean;
  /** Every row folded into this one, its own first. */
  rowIds: number[];
};

/** One page of a transcript, oldest first. Cursors are opaque and exclusive (XEP-0059). */
export type TranscriptPage = {
  messages: MessageView[];
  /** Rows of this page, before folding. */
  rows: number;
  older: string | null;
  newer: string | null;
  /** null: text is closed. */
  reading: ReadingView | null;
  /** True while the projection is missing or being built: folding reaches no further than the page. */
  partial: boolean;
  /** True when more rows belong to these messages than are read for one page: the newest were. */
  foldCut: boolean;
};

/** `expiresAt` is ISO 8601, UTC. */
export type ReadingView = { id: string; reason: string; expiresAt: string };

export type ConversationView = {
  /** The other side (bare JID); null is everything of this owner, the only one of a room. */
  peer: string | null;
  /** From the peer's vCard or room configuration on this server, when there is one. */
  name: string | null;
  /** null when counting would mean scanning (no projection yet). */
  rows: number | null;
  texts: number | null;
  encrypted: number | null;
  first: number | null;
  last: number | null;
  lastKind: MessageKind | null;
  lastLine: Said | null;
  /** With oneself. */
  self: boolean;
  /** The peer is a room of this server: private messages and invitations. */
  room: boolean;
};

export type OwnerView = {
  host: string;
  user: string;
  jid: string;
  store: string;
  isRoom: boolean;
  name: string | null;
  rows: number | null;
  sizeBytes: number | null;
  first: number | null;
  last: number | null;
  encrypted: number | null;
  /** false: no account of that name any more (orphaned archive). null: not known. */
  hasAccount: boolean | null;
};

export type HistogramView = {
  /** Bucket width in days; day borders in the zone of the lens. */
  zone: string;
  unit: "day" | "week" | "month";
  /** Too many rows to count without the projection: no bucket is given. */
  missing: boolean;
  /** From the first to the last, without a gap; `end` is exclusive. */
  buckets: { start: number; end: number; rows: number }[];
  rows: number;
  first: number | null;
  last: number | null;
};

/** A host as a whole: message stores only. Counts are null where counting would mean scanning. */
export type HostView = {
  host: string;
  /** A component with rooms. */
  rooms: boolean;
  owners: number | null;
  rows: number | null;
  sizeBytes: number | null;
  encrypted: number | null;
  first: number | null;
  last: number | null;
};

export type StoreView = {
  store: string;
  /** `other` stores (PEP items, uploads, …) are counted, never shown as messages. */
  what: "messages" | "offline" | "other";
  rows: number | null;
  sizeBytes: number | null;
  first: number | null;
  last: number | null;
};

export type OwnerDetailView = OwnerView & { stores: StoreView[] };

export type OwnersPage = { owners: OwnerView[]; next: string | null; partial: boolean };
export type ConversationsPage = {
  conversations: ConversationView[];
  next: string | null;
  /** On the first page, without a filter; null where it is not known. */
  total: number | null;
  reading: ReadingView | null;
  partial: boolean;
};

/** A column of the stored row; what it means is said by the dictionary under the same name. */
export type ColumnView = {
  name:
    | "sort_id"
    | "row_id"
    | "host"
    | "user"
    | "store"
    | "key"
    | "when"
    | "when_col"
    | "with"
    | "type"
    | "value";
  /** `value` is given as its size in bytes. */
  value: string | number | null;
};

export type MessageDetailView = {
  rowId: number;
  owner: { host: string; user: string; jid: string; store: string; isRoom: boolean };
  /** `with` of the transcript that holds it; null in rooms and offline. */
  peer: string | null;
  columns: ColumnView[];
  /** Ids that clients chose, as the stanza has them. */
  ids: { stanzaId: string | null; originId: string | null; targetId: string | null };
  /** The message this row belongs to, with every row folded into it. */
  message: MessageView;
  /** The stanza as stored, up to 1 MiB. */
  raw: Said;
  rawTruncated: boolean;
  /** Oldest first; at most five messages each. */
  before: MessageView[];
  after: MessageView[];
  /** The same message in the other side's archive on this server, when exactly one row is it. */
  otherCopy: { rowId: number; host: string; user: string; stamp: number } | null;
  /** No copy was found, but only a part of the other side's archive could be looked at: there is no index. */
  otherCopyCut: boolean;
  /** false: the other side is on another server, so its copy cannot be here. null: there is no other side. */
  otherSideHere: boolean | null;
  /** The second row of a note to self. */
  twin: number | null;
  reading: ReadingView | null;
  partial: boolean;
};
