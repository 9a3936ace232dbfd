import { attr, child, childrenOf, type Element } from "../element";
import type { StanzaFacts } from "../facts";
import { NS } from "../namespaces";

export type Claims = Pick<StanzaFacts, "claimedDelay" | "claimedStanzaIds" | "originId">;

/** Times and ids that the sender could write as well as a server. */
export function readClaims(message: Element): Claims {
  const delay = child(message, "delay", NS.delay) ?? child(message, "x", NS.legacyDelay);
  return {
    originId: attr(child(message, "origin-id", NS.stanzaId), "id"),
    claimedDelay: attr(delay, "stamp"),
    claimedStanzaIds: childrenOf(message, "stanza-id", NS.stanzaId).map((it) => ({
      by: attr(it, "by"),
      id: attr(it, "id"),
    })),
  };
}
