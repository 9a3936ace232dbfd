// A large archive in Prosody's true form: rows of `prosodyarchive` and `prosody`, deterministic.
import crypto from "node:crypto";
import {
  activeState,
  body,
  markable,
  marker,
  NS,
  occupantId,
  originId,
  reactions,
  receiptRequest,
  received,
  replace,
  storeHint,
} from "../demo/payloads.mjs";
import { Random } from "../demo/random.mjs";
import { el, writeXml } from "../demo/xml.mjs";
import { needle, vocabulary } from "./vocabulary.mjs";

/**
 * @typedef {[host: string, user: string, store: string, key: string, when: number, withJid: string, type: "xml", value: string]} ArchiveLine
 * @typedef {{ host: string, user: string, jid: string }} Owner
 */

const HOSTS = ["example.org", "example.net"];
const ROOM_HOST = "rooms.example.org";
const MONTHS = 36;
const MOST_OCCUPANTS = 50_000;
const WORDS =
  "the to and a you it is in that of for on have we this with not are at do but so if can will just what me your all or as get up out like there they from know think one now ok good yes time when go how about well see need by has been would some should here want today work back then more make still really thanks tomorrow got new only first also maybe after day please let right meeting server again update call check send later week over sure much next down before sorry lunch office project deploy problem look test backup release client contract password report budget question answer email train ticket monday friday weekend evening coffee dinner kids school doctor car house rent money bank holiday flight hotel weather rain sun music book game birthday happy großartig später Besprechung Rechnung Vertrag 明日 会議 契約 спасибо завтра встреча اليوم غدا".split(
    " ",
  );

/** @param {number} people @param {number} rooms */
export function makeOwners(people, rooms) {
  const names = [
    "anna",
    "boris",
    "chen",
    "dmitri",
    "eva",
    "fatima",
    "georg",
    "hana",
    "ivan",
    "julia",
  ];
  const folk = Array.from({ length: people }, (_, i) => {
    const user = `${names[i % names.length]}${String(i).padStart(5, "0")}`;
    const host = HOSTS[(i * 7) % 10 < 3 ? 1 : 0] ?? "";
    return { host, user, jid: `${user}@${host}` };
  });
  const random = new Random("bench salts");
  const halls = Array.from({ length: rooms }, (_, i) => {
    const user = `room${String(i).padStart(4, "0")}`;
    return { host: ROOM_HOST, user, jid: `${user}@${ROOM_HOST}`, salt: random.uuid() };
  });
  return { folk, halls };
}

/** A few own much, most own little: picks an index with probability ~ 1/(i+1)^s. @param {number} n @param {number} s */
function zipf(n, s) {
  const sums = new Float64Array(n);
  let sum = 0;
  for (let i = 0; i < n; i++) sums[i] = sum += 1 / (i + 1) ** s;
  return (/** @type {Random} */ random) => {
    const wanted = random.unit() * sum;
    let low = 0;
    let high = n - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

/**
 * Rows in time order, as Prosody would have filed them: both copies of a one to one message.
 * @param {{ rows: number, people: number, rooms: number, end: number }} size end: Unix seconds of the newest row
 * @returns {Generator<ArchiveLine>}
 */
export function* archiveLines({ rows, people, rooms, end }) {
  const random = new Random("bench archive");
  const { folk, halls } = makeOwners(people, rooms);
  const anyone = zipf(people, 1);
  const anyRoom = zipf(rooms, 0.8);
  const friend = zipf(30, 1);
  /**
   * Only to save the computing of them; forgotten before they are many, so that memory stays flat.
   * @type {Map<string, string>}
   */
  const occupants = new Map();
  const span = MONTHS * 30 * 86_400;
  const perEvent = 1.85;
  const events = rows / perEvent;
  let made = 0;
  let turn = 0;
  for (let event = 0; made < rows; event++) {
    const when = Math.min(end, Math.floor(end - span + (span * event) / events));
    // The first people in order are certain to occur, so that every owner exists.
    const from = /** @type {Owner} */ (folk[event < people ? event : anyone(random)]);
    const sender = `${from.jid}/${random.pick(["phone", "gajim.X4R2", "Conversations.Zm9v", "web"])}`;
    const id = random.uuid();
    turn += 7;
    if (random.chance(0.12)) {
      const hall = /** @type {Owner & { salt: string }} */ (
        halls[event < rooms * 8 ? event % rooms : anyRoom(random)]
      );
      const key = `${hall.user} ${from.jid}`;
      let occupant = occupants.get(key);
      if (!occupant) {
        occupant = crypto.createHmac("sha256", from.jid).update(hall.salt).digest("base64");
        if (occupants.size >= MOST_OCCUPANTS) occupants.clear();
        occupants.set(key, occupant);
      }
      const said = [body(sentence(random)), originId(id), markable(), occupantId(occupant)];
      const stanza = el(
        "message",
        { from: `${hall.jid}/${from.user}`, to: hall.jid, type: "groupchat", id },
        ...said,
      );
      yield [
        hall.host,
        hall.user,
        "muc_log",
        random.uuid(),
        when,
        "message<groupchat",
        "xml",
        writeXml(stanza, turn),
      ];
      made += 1;
      continue;
    }
    const index = folk.indexOf(from, event < people ? event : 0);
    const to = /** @type {Owner} */ (folk[(index * 31 + friend(random) * 97 + 1) % people]);
    const steps = [
      el(
        "message",
        { from: sender, to: to.jid, type: "chat", id, "xml:lang": "en" },
        ...said(random, id),
      ),
    ];
    const answer = { from: `${to.jid}/phone`, to: from.jid, type: "chat", id: random.uuid() };
    if (random.chance(0.45)) steps.push(el("message", answer, received(id)));
    if (random.chance(0.3))
      steps.push(el("message", { ...answer, id: random.uuid() }, marker("displayed", id)));
    if (random.chance(0.05))
      steps.push(el("message", { ...answer, id: random.uuid() }, ...reactions(id, ["👍"])));
    if (random.chance(0.03)) {
      const fixed = [body(sentence(random)), originId(random.uuid()), replace(id)];
      steps.push(
        el("message", { from: sender, to: to.jid, type: "chat", id: random.uuid() }, ...fixed),
      );
    }
    for (const [later, stanza] of steps.entries()) {
      const at = Math.min(end, when + later);
      yield [
        from.host,
        from.user,
        "archive",
        random.uuid(),
        at,
        to.jid,
        "xml",
        writeXml(stanza, turn),
      ];
      yield [
        to.host,
        to.user,
        "archive",
        random.uuid(),
        at,
        from.jid,
        "xml",
        writeXml(stanza, turn + 5),
      ];
      made += 2;
    }
  }
}

/** @param {Random} random @param {string} id */
function said(random, id) {
  if (random.chance(0.1)) {
    const key = () => el("key", { rid: random.word() }, random.hex(88));
    return [
      el(
        "encrypted",
        { xmlns: "eu.siacs.conversations.axolotl" },
        el("header", { sid: random.word() }, key(), key()),
        el("payload", {}, random.hex(160)),
      ),
      el("encryption", {
        xmlns: NS.encryption,
        name: "OMEMO",
        namespace: "eu.siacs.conversations.axolotl",
      }),
      body("I sent you an OMEMO encrypted message but your client doesn’t seem to support that."),
      storeHint(),
    ];
  }
  return [body(sentence(random)), originId(id), activeState(), receiptRequest(), markable()];
}

const speak = vocabulary(WORDS);

/** @param {Random} random */
function sentence(random) {
  const length = 2 + Math.floor(-Math.log(1 - random.unit()) * 9);
  const words = Array.from({ length: Math.min(60, length) }, () => speak(random));
  const rare = needle(random);
  if (rare !== null) words.push(rare);
  return `${words.join(" ")}${random.pick([".", "", "?", " 👍"])}`;
}

/**
 * Accounts and room settings: what occupant ids are proven from.
 * @param {{ people: number, rooms: number }} size
 * @returns {Generator<[host: string, user: string, store: string, key: string, type: string, value: string]>}
 */
export function* settingLines({ people, rooms }) {
  const { folk, halls } = makeOwners(people, rooms);
  for (const { host, user } of folk) {
    yield [host, user, "accounts", "iteration_count", "number", "10000"];
    yield [host, user, "accounts", "salt", "string", "bench"];
  }
  for (const { host, user, jid, salt } of halls) {
    yield [host, "", "persistent", jid, "boolean", "true"];
    yield [host, user, "config", "_jid", "string", jid];
    yield [
      host,
      user,
      "config",
      "_data",
      "json",
      JSON.stringify({ name: user, persistent: true, occupant_id_salt: salt }),
    ];
  }
}
