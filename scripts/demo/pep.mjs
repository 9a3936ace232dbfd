/** PEP items (`prosodyarchive`, store `pep_<node>`) and their node configurations (`prosody`, store `pep`). */
import { createHash } from "node:crypto";
import { HOUR, MINUTE } from "./clock.mjs";
import { ROOM_HOST } from "./hosts.mjs";
import { Random } from "./random.mjs";
import { el, writeXml } from "./xml.mjs";

/**
 * @typedef {import("./world.mjs").Person} Person
 * @typedef {import("./xml.mjs").Node} Node
 * @typedef {{ node: string, item: string, payload: Node, by: boolean, config: object }} Item
 */

const AXOLOTL = "eu.siacs.conversations.axolotl";
const OPEN = { access_model: "open", _defaults_only: true };
const PRIVATE = { persist_items: true, access_model: "whitelist", max_items: "max" };

/** @param {Person} person @returns {Node} */
function vcard(person) {
  const [given = "", ...rest] = person.name.split(" ");
  const text = (/** @type {string} */ name, /** @type {string} */ value) =>
    el(name, {}, el("text", {}, value));
  return el(
    "vcard",
    { xmlns: "urn:ietf:params:xml:ns:vcard-4.0" },
    text("fn", person.name),
    el("n", {}, el("surname", {}, rest.join(" ")), el("given", {}, given), el("additional", {})),
    person.vcard.title && text("title", person.vcard.title),
    person.vcard.tel && el("tel", {}, el("uri", {}, `tel:${person.vcard.tel}`)),
    text(
      "email",
      `${person.user.normalize("NFD").replace(/[^a-z.]/g, "") || person.key}@mail.example`,
    ),
  );
}

/** A one-pixel PNG in a colour of one's own is as good a portrait as any. @param {Random} random */
function avatar(random) {
  const head = Buffer.from(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de",
    "hex",
  );
  return Buffer.concat([head, random.bytes(random.int(180, 900))]);
}

/** @param {Person} person @param {string[]} roomNames */
function itemsOf(person, roomNames) {
  const random = new Random(`pep:${person.key}`);
  const picture = avatar(random);
  const sha1 = createHash("sha1").update(picture).digest("hex");
  const devices = person.resources.map(() => String(random.int(1e8, 2e9)));
  /** @type {Item[]} */
  const items = [
    { node: "urn:xmpp:vcard4", item: "current", payload: vcard(person), by: false, config: OPEN },
  ];
  if (random.chance(0.7)) {
    const info = el("info", { bytes: picture.length, type: "image/png", id: sha1 });
    items.push(
      {
        node: "urn:xmpp:avatar:data",
        item: sha1,
        by: false,
        config: OPEN,
        payload: el("data", { xmlns: "urn:xmpp:avatar:data" }, picture.toString("base64")),
      },
      {
        node: "urn:xmpp:avatar:metadata",
        item: sha1,
        by: false,
        config: OPEN,
        payload: el("metadata", { xmlns: "urn:xmpp:avatar:metadata" }, info),
      },
    );
  }
  if (random.chance(0.5)) {
    const nick = el(
      "nick",
      { xmlns: "http://jabber.org/protocol/nick" },
      person.name.split(" ")[0] ?? "",
    );
    items.push({
      node: "http://jabber.org/protocol/nick",
      item: "current",
      payload: nick,
      by: true,
      config: {},
    });
  }
  const list = el("list", { xmlns: AXOLOTL }, ...devices.map((id) => el("device", { id })));
  items.push({
    node: `${AXOLOTL}.devicelist`,
    item: "current",
    payload: list,
    by: true,
    config: {},
  });
  for (const id of devices) {
    const bundle = el("bundle", { xmlns: AXOLOTL }, el("identityKey", {}, random.base64(33)));
    items.push({
      node: `${AXOLOTL}.bundles:${id}`,
      item: "current",
      payload: bundle,
      by: true,
      config: {},
    });
  }
  for (const name of roomNames) {
    const conference = el(
      "conference",
      { xmlns: "urn:xmpp:bookmarks:1", name, autojoin: "true" },
      el("nick", {}, person.user),
    );
    items.push({
      node: "urn:xmpp:bookmarks:1",
      item: `${name}@${ROOM_HOST}`,
      payload: conference,
      by: true,
      config: PRIVATE,
    });
  }
  if (person.key === "nikos") {
    const spot = el(
      "geoloc",
      { xmlns: "http://jabber.org/protocol/geoloc" },
      el("lat", {}, "37.94"),
      el("lon", {}, "23.62"),
    );
    items.push({
      node: "http://jabber.org/protocol/geoloc",
      item: "current",
      payload: spot,
      by: true,
      config: {},
    });
  }
  return items;
}

/**
 * @param {import("./archive-log.mjs").ArchiveLog} log
 * @param {import("./world.mjs").World} world
 * @returns {{ person: Person, node: string, config: object }[]} node configurations
 */
export function publishPep(log, world) {
  const nodes = new Map();
  let at = 4 * HOUR;
  for (const person of world.people.values()) {
    if (person.where === "remote" || person.deletedAt !== null) continue;
    const rooms = [...world.rooms.values()].filter((r) =>
      r.members.some((m) => m.key === person.key),
    );
    for (const { node, item, payload, by, config } of itemsOf(
      person,
      rooms.map((r) => r.name),
    )) {
      at += MINUTE / 4;
      log.append({
        host: person.host,
        user: person.user,
        store: `pep_${node}`,
        key: item,
        at,
        with: by ? person.jid : "",
        value: writeXml(payload, log.turn()),
      });
      nodes.set(`${person.key} ${node}`, { person, node, config });
    }
  }
  return [...nodes.values()];
}
