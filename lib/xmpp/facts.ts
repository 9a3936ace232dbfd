import type { MessageKind } from "./kinds";

export type SharedFile = {
  url: string | null;
  name: string | null;
  mediaType: string | null;
  sizeBytes: number | null;
  /** The key travels in the link (aesgcm://): the server never had the content. */
  encrypted: boolean;
  description: string | null;
};

export type CallStep =
  | "propose"
  | "ringing"
  | "accept"
  | "proceed"
  | "reject"
  | "retract"
  | "finish";

/** What one stored stanza says by itself. Everything in it is the sender's claim. Pure reading of XML. */
export type StanzaFacts = {
  kind: MessageKind;
  /** The type attribute; a missing one is `normal` (RFC 6121 §5.2.2). */
  type: "chat" | "normal" | "groupchat" | "headline" | "error";
  /** Full JIDs as stored; never trusted for direction without the archive's owner. */
  from: string | null;
  to: string | null;
  /** The `id` attribute, chosen by the client, not unique. */
  id: string | null;
  originId: string | null;
  lang: string | null;
  /** The stanza's own body, not XHTML-IM's; null when there is none, "" when it is empty. */
  body: string | null;
  /** Other languages of the body, when there are several. */
  otherBodies: { lang: string | null; text: string }[];
  subject: string | null;
  thread: string | null;
  /** True when the body only tells old clients about a payload they cannot show (XEP-0428, OMEMO). */
  bodyIsFallback: boolean;
  /** Character ranges of the body that are fallback, e.g. the quote of a reply. Code points, end exclusive. */
  fallbackRanges: { for: string | null; start: number; end: number }[];
  /** The one id that a folding kind refers to; for replies see `reply`. */
  targetId: string | null;
  reply: { id: string; to: string | null } | null;
  reactions: string[];
  marker: "received" | "displayed" | "acknowledged" | null;
  /** `inPlace`: the row itself is the tombstone of a retracted message. */
  retraction: { version: 0 | 1; inPlace?: boolean } | null;
  /** XEP-0425: an announcement names the row (targetId); a row moderated in place carries `inPlace`. */
  moderation: {
    by: string | null;
    reason: string | null;
    stamp: string | null;
    inPlace: boolean;
  } | null;
  encryption: {
    namespace: string;
    name: string;
    devices: number;
    payloadBytes: number | null;
    /** Carries keys only, no message. */
    keyTransport: boolean;
  } | null;
  files: SharedFile[];
  call: { id: string; step: CallStep; media: string[] } | null;
  invite: {
    room: string;
    from: string | null;
    to: string | null;
    reason: string | null;
    mediated: boolean;
  } | null;
  error: { type: string | null; condition: string | null; text: string | null } | null;
  requestsReceipt: boolean;
  markable: boolean;
  /** XEP-0421, in rooms. */
  occupantId: string | null;
  /**
   * `muc#user` item in rooms with whois=anyone: the real JID as the room wrote it. null where the stanza
   * still has the `to` that mod_muc_mam takes away in such rooms: then an occupant wrote it.
   */
  realJid: string | null;
  /** Private message between occupants: `<x xmlns="…muc#user"/>` without a payload. */
  privateInRoom: boolean;
  spoiler: string | null;
  sticker: boolean;
  location: string | null;
  ephemeralSeconds: number | null;
  /** Client-supplied; never the archive's own time or id. */
  claimedDelay: string | null;
  claimedStanzaIds: { by: string | null; id: string | null }[];
  /** Names of payloads without a word of their own: `{namespace}name`. */
  payloads: string[];
};
