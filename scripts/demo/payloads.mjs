/** Payloads of messages, one function each; forms after real clients and the rows of a real Prosody. */
import { el } from "./xml.mjs";

/** @typedef {import("./xml.mjs").Node} Node */

export const NS = {
  correct: "urn:xmpp:message-correct:0",
  encryption: "urn:xmpp:eme:0",
  fallback: "urn:xmpp:fallback:0",
  hints: "urn:xmpp:hints",
  jmi: "urn:xmpp:jingle-message:0",
  markers: "urn:xmpp:chat-markers:0",
  mucUser: "http://jabber.org/protocol/muc#user",
  occupant: "urn:xmpp:occupant-id:0",
  receipts: "urn:xmpp:receipts",
  sid: "urn:xmpp:sid:0",
  stanzas: "urn:ietf:params:xml:ns:xmpp-stanzas",
};

/** @param {string} text @param {string} [lang] */
export const body = (text, lang) => el("body", { "xml:lang": lang }, text);
/** @param {string} id */
export const originId = (id) => el("origin-id", { xmlns: NS.sid, id });
export const receiptRequest = () => el("request", { xmlns: NS.receipts });
export const markable = () => el("markable", { xmlns: NS.markers });
export const storeHint = () => el("store", { xmlns: NS.hints });
export const activeState = () => el("active", { xmlns: "http://jabber.org/protocol/chatstates" });
/** @param {string} by @param {string} id */
export const stanzaId = (by, id) => el("stanza-id", { xmlns: NS.sid, by, id });
/** @param {string} id */
export const replace = (id) => el("replace", { id, xmlns: NS.correct });
/** @param {string} id */
export const received = (id) => el("received", { xmlns: NS.receipts, id });
/** @param {"received" | "displayed" | "acknowledged"} name @param {string} id */
export const marker = (name, id) => el(name, { xmlns: NS.markers, id });
/** @param {string} id */
export const occupantId = (id) => el("occupant-id", { xmlns: NS.occupant, id });

/** @param {string} id @param {string[]} emoji an empty list takes earlier reactions back */
export function reactions(id, emoji) {
  const list = emoji.map((e) => el("reaction", {}, e));
  return [el("reactions", { id, xmlns: "urn:xmpp:reactions:0" }, ...list), storeHint()];
}

/** XEP-0424 before and after version 0.4. @param {string} id @param {0 | 1} version */
export function retraction(id, version) {
  const xmlns = `urn:xmpp:message-retract:${version}`;
  if (version === 0) {
    return [
      el("apply-to", { id, xmlns: "urn:xmpp:fasten:0" }, el("retract", { xmlns })),
      el("fallback", { xmlns: NS.fallback }),
      body(
        "This person attempted to retract a previous message, but it's unsupported by your client.",
      ),
      storeHint(),
    ];
  }
  return [
    el("retract", { id, xmlns }),
    el("fallback", { xmlns: NS.fallback, for: xmlns }),
    body("/me retracted a previous message, but it's unsupported by your client."),
    storeHint(),
  ];
}

/**
 * XEP-0461 with the quote that older clients show. Ranges count code points, end exclusive.
 * @param {{ id: string, to: string, quote: string, text: string, lang?: string }} reply
 */
export function reply({ id, to, quote, text, lang }) {
  const quoted = quote
    .split("\n")
    .map((line) => `> ${line}\n`)
    .join("");
  return [
    body(quoted + text, lang),
    el("reply", { to, id, xmlns: "urn:xmpp:reply:0" }),
    el(
      "fallback",
      { xmlns: NS.fallback, for: "urn:xmpp:reply:0" },
      el("body", { start: 0, end: [...quoted].length }),
    ),
  ];
}

/** @param {string} url @param {string} [desc] */
export function outOfBand(url, desc) {
  return el("x", { xmlns: "jabber:x:oob" }, el("url", {}, url), desc && el("desc", {}, desc));
}

/**
 * XEP-0447.
 * @param {{ url: string, name: string, size: number, type: string, hash: string, desc?: string }} file
 */
export function fileSharing({ url, name, size, type, hash, desc }) {
  const inline = type.startsWith("image/");
  return el(
    "file-sharing",
    { xmlns: "urn:xmpp:sfs:0", disposition: inline ? "inline" : "attachment" },
    el(
      "file",
      { xmlns: "urn:xmpp:file:metadata:0" },
      el("media-type", {}, type),
      el("name", {}, name),
      el("size", {}, String(size)),
      desc && el("desc", {}, desc),
      el("hash", { xmlns: "urn:xmpp:hashes:2", algo: "sha-256" }, hash),
    ),
    el(
      "sources",
      {},
      el("url-data", { target: url, xmlns: "http://jabber.org/protocol/url-data" }),
    ),
  );
}

/** XEP-0353. @param {string} step @param {string} id @param {string[]} [media] */
export function call(step, id, media = []) {
  const described = media.map((m) =>
    el("description", { media: m, xmlns: "urn:xmpp:jingle:apps:rtp:1" }),
  );
  return [el(step, { xmlns: NS.jmi, id }, ...described), storeHint()];
}

/** XEP-0249. @param {string} jid @param {string} reason */
export const directInvite = (jid, reason) => el("x", { xmlns: "jabber:x:conference", jid, reason });

/** What a client asks of the room. @param {string} to @param {string} reason */
export function inviteRequest(to, reason) {
  return el("x", { xmlns: NS.mucUser }, el("invite", { to }, el("reason", {}, reason)));
}

/** What Prosody's MUC makes of a mediated invitation. @param {string} room @param {string} from @param {string} reason */
export function mediatedInvite(room, from, reason) {
  const invite = el("invite", { from }, el("reason", {}, reason));
  return [
    el("x", { xmlns: NS.mucUser }, invite),
    el("x", { xmlns: "jabber:x:conference", jid: room }, reason),
    body(`${from} invited you to the room ${room} (${reason})`),
  ];
}

/** @param {string} condition @param {string} text @param {string} [type] */
export function stanzaError(condition, text, type = "cancel") {
  return el(
    "error",
    { type },
    el(condition, { xmlns: NS.stanzas }),
    el("text", { xmlns: NS.stanzas }, text),
  );
}

/** mod_muc_moderation, in place: the body is gone. @param {string} by @param {string} stamp @param {string} reason */
export function moderatedInPlace(by, stamp, reason) {
  return el(
    "moderated",
    { by, xmlns: "urn:xmpp:message-moderate:0" },
    el("retracted", { xmlns: "urn:xmpp:message-retract:0", stamp }),
    reason && el("reason", {}, reason),
  );
}

/** The announcement that follows. @param {string} id archive id @param {string} by @param {string} reason */
export function moderationNotice(id, by, reason) {
  const moderated = el(
    "moderated",
    { by, xmlns: "urn:xmpp:message-moderate:0" },
    el("retract", { xmlns: "urn:xmpp:message-retract:0" }),
    reason && el("reason", {}, reason),
  );
  return el("apply-to", { id, xmlns: "urn:xmpp:fasten:0" }, moderated);
}
