import type { Veil } from "./veil";

/**
 * Short machine words that a chat user can nevertheless choose freely. With a reading they are shown
 * as they are; without one only those that the specifications define, so that they carry no message.
 */
const DEFINED = {
  /** RFC 6120 §8.3.3. */
  condition: new Set([
    "bad-request",
    "conflict",
    "feature-not-implemented",
    "forbidden",
    "gone",
    "internal-server-error",
    "item-not-found",
    "jid-malformed",
    "not-acceptable",
    "not-allowed",
    "not-authorized",
    "policy-violation",
    "recipient-unavailable",
    "redirect",
    "registration-required",
    "remote-server-not-found",
    "remote-server-timeout",
    "resource-constraint",
    "service-unavailable",
    "subscription-required",
    "undefined-condition",
    "unexpected-request",
  ]),
  /** What lib/xmpp/read/encryption.ts calls the namespaces it knows. */
  encryption: new Set(["OTR", "OpenPGP (legacy)", "OpenPGP for XMPP", "OMEMO", "OMEMO 2"]),
} as const;

export function claimed(
  list: keyof typeof DEFINED,
  word: string | null,
  veil: Veil,
): string | null {
  if (word === null || veil.open) return word;
  return (DEFINED[list] as ReadonlySet<string>).has(word) ? word : null;
}

/** Element names and namespaces are free text for who writes the client. */
export function knownPayloads(names: string[], veil: Veil): string[] {
  return veil.open ? names : [];
}

const MEDIA_CLASSES = /^(image|audio|video|text|application|font|model)\//i;

/** Without a reading only the class, as `image/*`: a subtype may be anything. */
export function shownMediaType(mediaType: string | null, veil: Veil): string | null {
  if (mediaType === null || veil.open) return mediaType;
  const found = MEDIA_CLASSES.exec(mediaType)?.[1];
  return found ? `${found.toLowerCase()}/*` : null;
}

/** Without a reading only the language (two or three letters), no subtags. */
export function shownLanguage(lang: string | null, veil: Veil): string | null {
  if (lang === null || veil.open) return lang;
  return /^[a-z]{2,3}(?=-|$)/i.exec(lang)?.[0].toLowerCase() ?? null;
}

/** Without a reading only what can be an address, without its resource. */
export function claimedJid(jid: string, veil: Veil): string;
export function claimedJid(jid: string | null, veil: Veil): string | null;
export function claimedJid(jid: string | null, veil: Veil): string | null {
  if (jid === null || veil.open) return jid;
  const bare = jid.split("/", 1)[0] ?? "";
  return bare.length <= 2047 && /^([^\s"&'/:<>@]+@)?[^\s"&'/<>@]+$/.test(bare) ? bare : "";
}
