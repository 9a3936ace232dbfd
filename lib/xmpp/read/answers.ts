import { attr, child, childElements, childrenOf, type Element, textOf } from "../element";
import type { StanzaFacts } from "../facts";
import { NS } from "../namespaces";

/** XEP-0308. Something else than a message's own id names nothing. */
export function readCorrection(message: Element): { targetId: string } | null {
  return named(child(message, "replace", NS.correction));
}

/** XEP-0461. */
export function readReply(message: Element): StanzaFacts["reply"] {
  const reply = child(message, "reply", NS.reply);
  const id = attr(reply, "id");
  return reply && id ? { id, to: attr(reply, "to") } : null;
}

/** XEP-0444: the whole set of the sender's reactions; an empty one takes them back. */
export function readReactions(message: Element): { targetId: string; emoji: string[] } | null {
  const reactions = child(message, "reactions", NS.reactions);
  const targetId = attr(reactions, "id");
  if (!targetId) return null;
  const emoji = childrenOf(reactions, "reaction", NS.reactions).map((it) => textOf(it).trim());
  return { targetId, emoji: [...new Set(emoji)].filter((it) => it !== "") };
}

/** XEP-0184. */
export function readReceipt(message: Element): { targetId: string } | null {
  return named(child(message, "received", NS.receipts));
}

function named(element: Element | null): { targetId: string } | null {
  const targetId = attr(element, "id");
  return targetId === null ? null : { targetId };
}

const MARKERS = ["displayed", "acknowledged", "received"] as const;

/** XEP-0333. */
export function readMarker(
  message: Element,
): { targetId: string; name: NonNullable<StanzaFacts["marker"]> } | null {
  for (const element of childElements(message)) {
    if (element.xmlns !== NS.markers) continue;
    const name = MARKERS.find((it) => it === element.name);
    const targetId = attr(element, "id");
    if (name && targetId) return { targetId, name };
  }
  return null;
}
