import { z } from "zod";

/** `localpart@domainpart`, normalised for comparison. Never has a resourcepart. */
export type BareJid = string & { readonly __brand: "BareJid" };

export type JidParts = {
  localpart: string | null;
  domainpart: string;
  resourcepart: string | null;
};

/**
 * RFC 7622 §3.2: the resourcepart begins at the first slash, the localpart ends at the first at sign
 * before it. Does not judge: what a stanza claims is split as it is written.
 */
export function splitJid(jid: string): JidParts {
  const slash = jid.indexOf("/");
  const bare = slash < 0 ? jid : jid.slice(0, slash);
  const at = bare.indexOf("@");
  return {
    localpart: at < 0 ? null : bare.slice(0, at),
    domainpart: at < 0 ? bare : bare.slice(at + 1),
    resourcepart: slash < 0 ? null : jid.slice(slash + 1),
  };
}

/** The JID without its resourcepart, normalised for comparison; null stays null. */
export function bareOf(jid: string): string;
export function bareOf(jid: string | null): string | null;
export function bareOf(jid: string | null): string | null {
  if (jid === null) return null;
  const slash = jid.indexOf("/");
  return normaliseBare(slash < 0 ? jid : jid.slice(0, slash));
}

export function resourceOf(jid: string | null): string | null {
  return jid === null ? null : splitJid(jid).resourcepart;
}

/** For comparison of full JIDs: the resourcepart keeps its case (OpaqueString), NFC. */
export function normaliseJid(jid: string): string {
  const slash = jid.indexOf("/");
  return slash < 0 ? bareOf(jid) : `${bareOf(jid)}/${jid.slice(slash + 1).normalize("NFC")}`;
}

/** Whether two JIDs are the same account or room, resources aside; an unknown one is nobody's. */
export function sameBareJid(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && bareOf(a) === bareOf(b);
}

// Prosody prepares names with nodeprep and nameprep (NFKC, lower case) before it stores them, so this
// changes only what came from elsewhere. Most are plain ASCII: skip the work for those.
function normaliseBare(jid: string): string {
  if (/^[!-@[-~]*[!-\-/-@[-~]$/.test(jid)) return jid;
  return jid.normalize("NFKC").toLowerCase().normalize("NFC").replace(/\.$/, "");
}

const PART_BYTES = 1023;

function fits(part: string): boolean {
  return part.length > 0 && new TextEncoder().encode(part).length <= PART_BYTES;
}

/** A person's or a room's address as an operator types or links it. */
export const bareJid = z
  .string()
  .trim()
  .max(2 * PART_BYTES + 1, "A bare JID is at most 2047 bytes.")
  .regex(/^[^\s@/"&'<>:]+@[^\s@/]+$/, "Write a bare JID, such as juliet@capulet.lit.")
  .transform((value) => bareOf(value) as BareJid)
  .refine((value) => {
    const { localpart, domainpart } = splitBareJid(value);
    return fits(localpart) && fits(domainpart);
  }, "Each part of a JID is at most 1023 bytes.");

/** The other side of a conversation: a bare JID, or a server by its domain alone. */
export const peerJid = z
  .string()
  .trim()
  .min(1)
  .max(2 * PART_BYTES + 1)
  .regex(/^(?:[^\s@/"&'<>:]+@)?[^\s@/]+$/, "Write a bare JID, such as juliet@capulet.lit.")
  .transform((value) => bareOf(value));

export function splitBareJid(jid: BareJid): { localpart: string; domainpart: string } {
  const at = jid.indexOf("@");
  return { localpart: jid.slice(0, at), domainpart: jid.slice(at + 1) };
}

/** From the columns `user` and `host` of an archive, which Prosody has prepared already. */
export function joinBareJid(localpart: string, domainpart: string): BareJid {
  return bareOf(`${localpart}@${domainpart}`) as BareJid;
}
