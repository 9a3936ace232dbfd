/** What people do in a conversation, as messages: the verbs of stories and of everyday talk. */
import { MINUTE } from "./clock.mjs";
import { encrypted } from "./encryption.mjs";
import { sendFile } from "./files.mjs";
import { moderateMessage } from "./moderation.mjs";
import * as p from "./payloads.mjs";
import { Random } from "./random.mjs";
import { clientOf, deviceOf, nickOf } from "./world.mjs";
import { el } from "./xml.mjs";

/**
 * @typedef {import("./conversation.mjs").Conversation} Conversation
 * @typedef {import("./conversation.mjs").Ref} Ref
 * @typedef {import("./world.mjs").Person} Person
 * @typedef {import("./xml.mjs").Node} Node
 */

export class Chat {
  /** @param {import("./archive-log.mjs").ArchiveLog} log @param {import("./world.mjs").World} world */
  constructor(log, world) {
    this.log = log;
    this.world = world;
    this.random = new Random("chat");
    /** Who has written to whom one to one: keys, sorted. @type {Set<string>} */
    this.pairs = new Set();
  }

  /** Message ids differ by client. @param {string} client */
  newId(client) {
    if (client === "monal") return this.random.uuid().toUpperCase();
    if (client === "movim") return this.random.hex(10);
    if (client === "profanity") return `prof_${this.random.hex(16)}`;
    return this.random.uuid();
  }

  /**
   * The bottom of everything: one stanza from a person into a conversation.
   * @param {Conversation} conversation @param {Person} from @param {number} at
   * @param {{ id?: string, type?: string | null, lang?: string, children: (Node | string)[] }} stanza
   */
  post(conversation, from, at, { id, type, lang, children }) {
    const resource = deviceOf(from, at);
    const spoken = from.habits.lang ? (lang ?? from.langs[0]) : undefined;
    const message = { at, from, resource, id, lang: spoken, children };
    conversation.lastAt = Math.max(conversation.lastAt, at);
    if (conversation.room) {
      return { resource, row: this.log.room(message, conversation.room) };
    }
    const to = conversation.other(from);
    this.pairs.add([from.key, to.key].sort().join(" "));
    const locked = clientOf(resource) === "gajim" && this.random.chance(0.15);
    this.log.direct(
      { ...message, type: type === null ? undefined : (type ?? "chat") },
      to,
      locked ? deviceOf(to, at) : undefined,
    );
    return { resource, row: null };
  }

  /** Before somebody speaks, what was open is read. @param {Conversation} conversation @param {Person} reader @param {number} before */
  read(conversation, reader, before) {
    const ref = conversation.unread.get(reader.key);
    conversation.unread.delete(reader.key);
    if (!ref?.markable || !reader.habits.markers || conversation.withSelf) return;
    const room = conversation.room;
    if (room && (!(room.membersOnly || room.whois === "anyone") || this.random.chance(0.45)))
      return;
    const at = Math.max(ref.at + 1, before - this.random.int(2, 12));
    if (at >= before) return;
    const children = [p.marker("displayed", this.targetOf(ref))];
    const client = clientOf(deviceOf(reader, at));
    this.post(conversation, reader, at, { id: this.newId(client), children });
  }

  /** In rooms the archive id (XEP-0359), one to one the sender's id. @param {Ref} ref */
  targetOf(ref) {
    return ref.row?.key ?? ref.id;
  }

  /**
   * A message with text. Children stand for the body when given.
   * @param {Conversation} conversation @param {Person} from @param {number} at @param {string} text
   * @param {{ children?: (Node | string)[], counted?: boolean, lang?: string, extra?: Node[] }} [options]
   * @returns {Ref}
   */
  say(conversation, from, at, text, { children, counted = true, lang, extra = [] } = {}) {
    this.read(conversation, from, at);
    const client = clientOf(deviceOf(from, at));
    const id = this.newId(client);
    const requests = from.habits.requests && !conversation.room;
    const markable = from.habits.requests && client !== "profanity";
    const list = [...(children ?? [p.body(text)])];
    if (client !== "movim") list.push(p.originId(id));
    if (requests) list.push(p.receiptRequest());
    if (markable) list.push(p.markable());
    const sent = this.post(conversation, from, at, { id, lang, children: [...list, ...extra] });
    const ref = { at, by: from, id, text, markable, lang: lang ?? from.langs[0] ?? "en", ...sent };
    if (counted) conversation.refs.push(ref);
    this.arrive(conversation, ref, requests);
    return ref;
  }

  /** Receipts, and what waits to be read. @param {Conversation} conversation @param {Ref} ref @param {boolean} requests */
  arrive(conversation, ref, requests) {
    for (const person of conversation.people) {
      if (person !== ref.by) conversation.unread.set(person.key, ref);
    }
    if (conversation.room || conversation.withSelf || !requests) return;
    const to = conversation.other(ref.by);
    const away = to.awayFrom !== null && ref.at >= to.awayFrom;
    const gone = to.deletedAt !== null && ref.at >= to.deletedAt;
    if (away || gone || !to.habits.receipts) return;
    const at = ref.at + (this.random.chance(0.93) ? this.random.int(0, 2) : this.random.int(3, 9));
    const client = clientOf(deviceOf(to, at));
    this.post(conversation, to, at, { id: this.newId(client), children: [p.received(ref.id)] });
  }

  /** @param {Conversation} conversation @param {Person} from @param {number} at @param {string} text @param {Ref} ref the first version */
  correct(conversation, from, at, text, ref) {
    const id = this.newId(clientOf(ref.resource));
    const children = [p.body(text), p.originId(id), p.replace(ref.id)];
    if (from.habits.requests && !conversation.room) children.push(p.receiptRequest());
    ref.text = text;
    this.post(conversation, from, at, { id, children });
  }

  /** @param {Conversation} conversation @param {Person} from @param {number} at @param {Ref} ref */
  retract(conversation, from, at, ref) {
    const client = clientOf(ref.resource);
    const version =
      client === "movim" || (client === "conversations" && this.random.chance(0.4)) ? 0 : 1;
    const children = p.retraction(this.targetOf(ref), version);
    this.post(conversation, from, at, { id: this.newId(client), children });
  }

  /** @param {Conversation} conversation @param {Person} from @param {number} at @param {string[]} emoji @param {Ref} ref */
  react(conversation, from, at, emoji, ref) {
    this.read(conversation, from, at);
    const id = this.newId(clientOf(deviceOf(from, at)));
    this.post(conversation, from, at, { id, children: p.reactions(this.targetOf(ref), emoji) });
  }

  /** @param {Conversation} conversation @param {Person} from @param {number} at @param {string} text @param {Ref} ref */
  reply(conversation, from, at, text, ref) {
    const room = conversation.room;
    const nick = room?.members.find((m) => m.key === ref.by.key)?.nick;
    const to = room ? `${room.jid}/${nick ?? ref.by.user}` : `${ref.by.jid}/${ref.resource}`;
    const quote = ref.text.split("\n").slice(0, 3).join("\n").slice(0, 300);
    const children = p.reply({ id: this.targetOf(ref), to, quote, text });
    return this.say(conversation, from, at, text, { children });
  }

  /** @param {Conversation} conversation @param {Person} from @param {number} at @param {{ name: string, size: number, type: string, caption?: string }} file */
  file(conversation, from, at, file) {
    return sendFile(this, conversation, from, at, file);
  }

  /** @param {Conversation} conversation @param {Person} from @param {number} at @param {number} devices @param {import("./encryption.mjs").Scheme} [scheme] */
  encrypt(conversation, from, at, devices, scheme) {
    this.read(conversation, from, at);
    const client = clientOf(deviceOf(from, at));
    const room = conversation.room;
    const chosen =
      scheme ??
      this.random.weighted([
        ["axolotl", 18],
        ["axolotl-silent", 56],
        ["omemo2", 26],
      ]);
    const peer = room ? room.jid : conversation.other(from).jid;
    const id = this.newId(client);
    const children = encrypted(this.random, { scheme: chosen, client, peer, devices });
    if (chosen !== "key-transport") children.push(p.originId(id));
    this.post(conversation, from, at, { id, children });
  }

  /**
   * XEP-0353; returns when it was over.
   * @param {Conversation} conversation @param {Person} from @param {number} at
   * @param {{ media: string[], seconds: number | null, outcome: "taken" | "missed" | "rejected" }} call
   */
  call(conversation, from, at, { media, seconds, outcome }) {
    const to = conversation.other(from);
    const callId = this.random.hex(16);
    /** @param {Person} who @param {number} when @param {string} step @param {string[]} [m] */
    const step = (who, when, step, m) =>
      this.post(conversation, who, when, {
        id: this.random.uuid(),
        children: p.call(step, callId, m),
      });
    step(from, at, "propose", media);
    if (this.random.chance(0.6)) step(to, at + 1, "ringing");
    const answered = at + this.random.int(4, 14);
    if (outcome === "missed") step(from, at + this.random.int(25, 45), "retract");
    else if (outcome === "rejected") step(to, answered, "reject");
    else {
      step(to, answered, "proceed");
      const over = answered + (seconds ?? MINUTE);
      step(this.random.chance(0.5) ? from : to, over, "finish");
      return over;
    }
    return answered + 30;
  }

  /** Moderators take a message away: its row changes in place, a notice follows. @param {import("./world.mjs").Room} room @param {Person} by @param {number} at @param {Ref} ref @param {string} reason */
  moderate(room, by, at, ref, reason) {
    moderateMessage(this.log, room, by, at, ref, reason);
  }

  /** @param {import("./world.mjs").Room} room @param {Person} from @param {number} at @param {Person} to @param {string} text */
  whisper(room, from, at, to, text) {
    const resource = deviceOf(from, at);
    const id = this.newId(clientOf(resource));
    const children = [p.body(text), p.originId(id)];
    this.log.privately({ at, from, resource, id, lang: from.langs[0], children }, room, to);
  }

  /** In rooms a topic is configuration, not archive; one to one it is a message. @param {Conversation} conversation @param {Person} from @param {number} at @param {string} text */
  topic(conversation, from, at, text) {
    const room = conversation.room;
    if (room) room.subjects.push({ at, text, nick: nickOf(room, from, at) });
    else {
      const children = [el("subject", {}, text)];
      this.post(conversation, from, at, { id: this.random.uuid(), type: "normal", children });
    }
  }

  /** A mediated invitation: the sender's row goes to the room, the guest's comes from it. @param {import("./world.mjs").Room} room @param {Person} from @param {Person} to @param {number} at @param {string} reason */
  inviteThrough(room, from, to, at, reason) {
    const id = this.random.uuid();
    const sent = el(
      "message",
      { from: `${from.jid}/${deviceOf(from, at)}`, to: room.jid, id },
      p.inviteRequest(to.jid, reason),
    );
    this.log.incoming(from, at, room.jid, sent);
    const children = p.mediatedInvite(room.jid, `${room.jid}/${nickOf(room, from, at)}`, reason);
    const got = el("message", { from: room.jid, to: to.jid, id }, ...children);
    this.log.incoming(to, at, room.jid, got);
  }
}
