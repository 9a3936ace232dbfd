import { attr, child, childElements, childrenOf, type Element } from "../element";
import type { StanzaFacts } from "../facts";
import { NS } from "../namespaces";

export type RoomFacts = Pick<StanzaFacts, "occupantId" | "realJid" | "privateInRoom">;

/** What the room itself added to a message of an occupant. */
export function readRoom(message: Element): RoomFacts {
  const groupchat = message.attrs.type === "groupchat";
  const marks = childrenOf(message, "x", NS.mucUser);
  return {
    // The room strips forged ones and appends its own (Prosody plugins/muc/occupant_id.lib.lua).
    occupantId: attr(childrenOf(message, "occupant-id", NS.occupantId).at(-1) ?? null, "id"),
    realJid: groupchat ? readRealJid(message, marks) : null,
    privateInRoom:
      !groupchat && marks.length > 0 && marks.every((it) => childElements(it).length === 0),
  };
}

/**
 * Prosody does not filter `muc#user` from what occupants send (muc.lib.lua, handle_groupchat_to_room),
 * so anybody can write an item with somebody else's JID. What mod_muc_mam adds in rooms with
 * whois=anyone comes last, and it takes the `to` away, which every client's message to a room has.
 */
function readRealJid(message: Element, marks: Element[]): string | null {
  if (attr(message, "to") !== null) return null;
  return attr(child(marks.at(-1) ?? null, "item", NS.mucUser), "jid");
}
