import { moderatedInPlace, moderationNotice } from "./payloads.mjs";
import { nickOf } from "./world.mjs";
import { el, writeXml } from "./xml.mjs";

/** Second demo time 0 stands for while rows are made; `settle` puts the true stamp in. */
export const STAMP = "@stamp@";

/**
 * As mod_muc_moderation 0.12 leaves it: neither lang, `to` nor occupant-id remain in the old row.
 * @param {import("./archive-log.mjs").ArchiveLog} log
 * @param {import("./world.mjs").Room} room
 * @param {import("./world.mjs").Person} by
 * @param {number} at
 * @param {import("./conversation.mjs").Ref} ref
 * @param {string} reason
 */
export function moderateMessage(log, room, by, at, ref, reason) {
  if (!ref.row) return;
  const actor = `${room.jid}/${nickOf(room, by, at)}`;
  const from = `${room.jid}/${nickOf(room, ref.by, ref.at)}`;
  const emptied = el(
    "message",
    { id: ref.id, type: "groupchat", from },
    moderatedInPlace(actor, STAMP, reason),
  );
  ref.row.moderated = { at, value: writeXml(emptied, log.turn()) };
  const id = log.random.base64(18).replaceAll("+", "-").replaceAll("/", "_");
  const notice = el(
    "message",
    { id, type: "groupchat", from: room.jid },
    moderationNotice(ref.row.key, actor, reason),
  );
  log.roomRow(room, at + 1, notice);
}
