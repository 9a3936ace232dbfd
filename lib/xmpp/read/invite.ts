import { attr, child, childrenOf, childText, type Element } from "../element";
import type { StanzaFacts } from "../facts";
import { bareOf } from "../jid";
import { NS } from "../namespaces";

/** XEP-0249 (direct) and XEP-0045 §7.8.2 (mediated by the room). A mediated one may carry both. */
export function readInvite(message: Element): StanzaFacts["invite"] {
  const direct = child(message, "x", NS.directInvite);
  return readMediated(message, attr(direct, "jid")) ?? readDirect(message, direct);
}

function readMediated(message: Element, named: string | null): StanzaFacts["invite"] {
  for (const x of childrenOf(message, "x", NS.mucUser)) {
    const invite = child(x, "invite", NS.mucUser);
    if (!invite) continue;
    const from = attr(invite, "from");
    const to = attr(invite, "to");
    // On its way to the room the invite says whom (`to`), from the room by whom (`from`).
    const room = named ?? attr(message, from ? "from" : "to");
    if (!room) continue;
    const reason = childText(invite, "reason", NS.mucUser);
    return { room: bareOf(room), from, to, reason, mediated: true };
  }
  return null;
}

function readDirect(message: Element, direct: Element | null): StanzaFacts["invite"] {
  const room = attr(direct, "jid");
  if (!direct || !room) return null;
  return {
    room: bareOf(room),
    from: attr(message, "from"),
    to: attr(message, "to"),
    reason: attr(direct, "reason"),
    mediated: false,
  };
}
