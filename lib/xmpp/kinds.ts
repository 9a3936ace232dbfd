/**
 * What an archive row is, by what its stanza carries. `payload` is a well-formed stanza without text
 * whose extension we have no word for; `other` is what could not be read (broken XML, not a message).
 * The order is the order of the codes in `console.message.kind`: append only.
 */
export const MESSAGE_KINDS = [
  "other",
  "text",
  "encrypted",
  "receipt",
  "marker",
  "reaction",
  "correction",
  "retraction",
  "moderation",
  "file",
  "call",
  "invite",
  "subject",
  "error",
  "payload",
] as const;

export type MessageKind = (typeof MESSAGE_KINDS)[number];

/** Rows that change or answer another message instead of standing for themselves. */
export const FOLDING_KINDS = [
  "receipt",
  "marker",
  "reaction",
  "correction",
  "retraction",
  "moderation",
] as const satisfies readonly MessageKind[];
