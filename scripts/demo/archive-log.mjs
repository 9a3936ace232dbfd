/**
 * What the server does with a message: which archives get a row, in which form. Follows mod_mam and
 * mod_muc_mam of Prosody 0.12 (reference §0, §1).
 */
import { createHmac } from "node:crypto";
import { ROOM_HOST, UPLOAD_HOST } from "./hosts.mjs";
import { activeState, NS, occupantId, stanzaId } from "./payloads.mjs";
import { Random } from "./random.mjs";
import { nickOf } from "./world.mjs";
import { el, writeXml } from "./xml.mjs";

/**
 * @typedef {import("./xml.mjs").Node} Node
 * @typedef {import("./world.mjs").Person} Person
 * @typedef {import("./world.mjs").Room} Room
 * @typedef {object} Row one row of `prosodyarchive`, before it has a sort_id
 * @property {string} host
 * @property {string} user
 * @property {string} store
 * @property {string} key
 * @property {number} at demo second
 * @property {string} with
 * @property {string} value
 * @property {{ at: number, value: string }} [moderated] what the row becomes, and when
 *
 * @typedef {object} Message
 * @property {number} at
 * @property {Person} from
 * @property {string} resource
 * @property {string} [type] none: no attribute
 * @property {string} [id]
 * @property {string} [lang]
 * @property {(Node | string)[]} children
 */

export class ArchiveLog {
  constructor() {
    /** @type {Row[]} */
    this.rows = [];
    this.random = new Random("archive-log");
    /** @type {Map<string, string>} */
    this.occupants = new Map();
  }

  /** A different order of attributes for each copy. */
  turn() {
    return this.random.int(0, 23);
  }

  /** @param {Omit<Row, "key"> & { key?: string }} row */
  append(row) {
    const full = { ...row, key: row.key ?? this.random.uuid() };
    this.rows.push(full);
    return full;
  }

  /** @param {Person} owner @param {number} at @param {string} withJid @param {Node} stanza */
  own(owner, at, withJid, stanza) {
    if (owner.where === "remote" || owner.policy === "smart" || owner.policy === "never")
      return null;
    if (owner.deletedAt !== null) return null;
    const { host, user } = owner;
    return this.append({
      host,
      user,
      store: "archive",
      at,
      with: withJid,
      value: writeXml(stanza, this.turn()),
    });
  }

  /**
   * A one-to-one message: a row for each side that archives, and one in `offline` for who is away.
   * @param {Message} message @param {Person} to @param {string} [toResource]
   */
  direct(message, to, toResource) {
    const { at, from, resource, type, id, lang } = message;
    const self = from === to;
    const stanza = el(
      "message",
      {
        "xml:lang": lang,
        from: `${from.jid}/${resource}`,
        type,
        to: self ? null : toResource ? `${to.jid}/${toResource}` : to.jid,
        id,
      },
      .../** @type {Node[]} */ (message.children),
    );
    this.own(from, at, to.jid, stanza);
    if (to.deletedAt !== null && to.deletedAt <= at) return;
    const kept = this.own(to, at, from.jid, stanza);
    if (kept && to.awayFrom !== null && to.awayFrom <= at && type !== "error") {
      this.offline(to, at, stanza, kept.key);
    }
  }

  /** @param {Person} to @param {number} at @param {Node} stanza @param {string} key */
  offline(to, at, stanza, key) {
    if (!stanza.children.some((c) => c && typeof c !== "string" && c.name === "body")) return;
    const children = [...stanza.children, activeState(), stanzaId(to.jid, key)];
    const { host, user } = to;
    const value = writeXml({ ...stanza, children }, this.turn());
    this.append({ host, user, store: "offline", at, with: "", value });
  }

  /** Only into one archive: bounces, and what a room or a stranger sends. @param {Person} owner @param {number} at @param {string} withJid @param {Node} stanza */
  incoming(owner, at, withJid, stanza) {
    return this.own(owner, at, withJid, stanza);
  }

  /** XEP-0421 as mod_muc computes it. @param {Room} room @param {string} jid bare */
  occupant(room, jid) {
    const cacheKey = `${room.key} ${jid}`;
    let id = this.occupants.get(cacheKey);
    if (!id) {
      id = createHmac("sha256", jid).update(room.salt).digest("base64");
      this.occupants.set(cacheKey, id);
    }
    return id;
  }

  /** A room message; null once archiving is off. @param {Message} message @param {Room} room */
  room(message, room) {
    const { at, from, id, lang, type = "groupchat" } = message;
    if (room.closedAt !== null && room.closedAt <= at) return null;
    const open = room.whois === "anyone";
    const affiliation = room.members.find((m) => m.key === from.key)?.affiliation ?? "none";
    const role = affiliation === "owner" || affiliation === "admin" ? "moderator" : "participant";
    const item = el("item", { jid: from.jid, affiliation, role });
    const stanza = el(
      "message",
      {
        "xml:lang": lang,
        to: open ? null : room.jid,
        type,
        from: `${room.jid}/${nickOf(room, from, at)}`,
        id,
      },
      .../** @type {Node[]} */ (message.children),
      occupantId(this.occupant(room, from.jid)),
      open && el("x", { xmlns: NS.mucUser }, item),
    );
    return this.roomRow(room, at, stanza);
  }

  /** @param {Room} room @param {number} at @param {Node} stanza */
  roomRow(room, at, stanza) {
    return this.append({
      host: ROOM_HOST,
      user: room.name,
      store: "muc_log",
      at,
      with: "message<groupchat",
      value: writeXml(stanza, this.turn()),
    });
  }

  /** Between occupants: both archives say the room. @param {Message} message @param {Room} room @param {Person} to */
  privately(message, room, to) {
    const { at, from, resource, id, lang } = message;
    const common = { "xml:lang": lang, type: "chat", id };
    const children = [...message.children, el("x", { xmlns: NS.mucUser })];
    const nick = nickOf(room, from, at);
    const sent = {
      ...common,
      from: `${from.jid}/${resource}`,
      to: `${room.jid}/${nickOf(room, to, at)}`,
    };
    const got = { ...common, from: `${room.jid}/${nick}`, to: `${to.jid}/${to.resources[0]}` };
    const list = /** @type {Node[]} */ (children);
    this.own(from, at, room.jid, el("message", sent, ...list));
    this.own(
      to,
      at,
      room.jid,
      el("message", got, ...list, occupantId(this.occupant(room, from.jid))),
    );
  }

  /** mod_http_file_share: a row per slot. @param {Person} person @param {number} at @param {{ slot: string, name: string, size: number, type: string }} file */
  upload(person, at, { slot, name, size, type }) {
    const request = el("request", {
      filename: name,
      size,
      "content-type": type,
      xmlns: "urn:xmpp:http:upload:0",
    });
    this.append({
      host: UPLOAD_HOST,
      user: "",
      store: "uploads",
      key: slot,
      at,
      with: person.jid,
      value: writeXml(request, this.turn()),
    });
  }
}
