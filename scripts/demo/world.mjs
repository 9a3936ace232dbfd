/** The cast as the generator needs it: JIDs, devices, habits, and what the server knows of each. */
import { people as castPeople, rooms as castRooms } from "./cast.mjs";
import { DAY, STORY_END, zoneOffset } from "./clock.mjs";
import { extras } from "./extras.mjs";
import { PARTNERS, ROOM_HOST } from "./hosts.mjs";
import { Random } from "./random.mjs";

/**
 * @typedef {object} Person
 * @property {string} key
 * @property {string} host
 * @property {string} user
 * @property {string} jid bare
 * @property {string} name
 * @property {string} role
 * @property {string[]} langs main language first
 * @property {number} offset seconds east of UTC
 * @property {string[]} resources
 * @property {{ title?: string, tel?: string }} vcard
 * @property {"local" | "remote"} where
 * @property {"always" | "roster" | "never" | "smart"} policy of her own archive
 * @property {number | null} deletedAt demo second from which the account is gone
 * @property {number | null} awayFrom demo second from which no device signs in (offline rows)
 * @property {{ requests: boolean, receipts: boolean, markers: boolean, lang: boolean }} habits
 *
 * @typedef {{ key: string, affiliation: string, nick: string }} Member
 * @typedef {object} Room
 * @property {string} key
 * @property {string} name
 * @property {string} jid
 * @property {string} title
 * @property {string} description
 * @property {"anyone" | "moderators"} whois
 * @property {boolean} membersOnly
 * @property {Member[]} members
 * @property {string} salt occupant_id_salt
 * @property {number | null} closedAt demo second from which archiving is switched off
 * @property {{ at: number, text: string, nick: string }[]} subjects
 * @property {{ key: string, at: number, nick: string }[]} renames who is called what from when on
 */

/** Archive policies that are not the server's default. */
const POLICIES = /** @type {Record<string, Person["policy"]>} */ ({
  bastien: "smart",
  noor: "roster",
  otto: "never",
});

/** Gabriel lost his phone to the harbour, Mei is on leave: what is written to them piles up in `offline`. */
const AWAY = /** @type {Record<string, number>} */ ({
  gabriel: STORY_END - 62 * DAY,
  mei: STORY_END - 26 * DAY,
});

/** The works council voted archiving out of its room (desk-life.mjs). */
export const CLOSED_AT = STORY_END - 58 * DAY + 16 * 3600;

/** Nicks that changed: the occupant-id is what stays. */
const RENAMES = /** @type {Record<string, Room["renames"]>} */ ({
  cafe: [
    { key: "sam", at: STORY_END - 210 * DAY, nick: "sam (welder!!)" },
    { key: "dana", at: STORY_END - 150 * DAY, nick: "dana 🐈" },
    { key: "dana", at: STORY_END - 120 * DAY, nick: "dana" },
  ],
  "pump-room": [{ key: "sam", at: STORY_END - 210 * DAY, nick: "Sam O." }],
  spokes: [
    { key: "ewa", at: STORY_END - 95 * DAY, nick: "ewa 🏅" },
    { key: "leo", at: STORY_END - 170 * DAY, nick: "Léo (plâtre)" },
    { key: "leo", at: STORY_END - 128 * DAY, nick: "Léo" },
  ],
  deliveries: [
    { key: "magnus", at: STORY_END - 60 * DAY, nick: "Magnus T. (agent, Noorderlicht)" },
  ],
});

/** @param {any} raw one record of the cast @returns {Person} */
function toPerson(raw) {
  const random = new Random(`habits:${raw.key}`);
  return {
    key: raw.key,
    host: raw.host,
    user: raw.user,
    jid: `${raw.user}@${raw.host}`,
    name: raw.name,
    role: raw.role,
    langs: [raw.lang, ...(raw.langs ?? [])],
    offset: zoneOffset(raw.tz),
    resources: raw.resources,
    vcard: raw.vcard ?? {},
    where: raw.where ?? "local",
    policy: POLICIES[raw.key] ?? "always",
    deletedAt: raw.deletedAt ?? null,
    awayFrom: AWAY[raw.key] ?? null,
    habits: {
      requests: random.chance(0.92),
      receipts: random.chance(0.66),
      markers: random.chance(0.6),
      lang: random.chance(0.85),
    },
  };
}

/** @param {any} raw @returns {Room} */
function toRoom(raw) {
  return {
    key: raw.key,
    name: raw.name,
    jid: `${raw.name}@${ROOM_HOST}`,
    title: raw.title,
    description: raw.description,
    whois: raw.whois,
    membersOnly: raw.membersOnly,
    members: raw.members,
    salt: new Random(`salt:${raw.key}`).uuid(),
    closedAt: raw.key === "works-council" ? CLOSED_AT : null,
    subjects: [],
    renames: RENAMES[raw.key] ?? [],
  };
}

/** Fresh objects for each generation: rooms carry state. */
export function makeWorld() {
  const people = new Map([...castPeople, ...extras].map((raw) => [raw.key, toPerson(raw)]));
  const rooms = new Map(castRooms.map((raw) => [raw.key, toRoom(raw)]));
  return { people, rooms };
}

/** @typedef {ReturnType<typeof makeWorld>} World */

/** The nick of an occupant at a time. @param {Room} room @param {Person} person @param {number} at */
export function nickOf(room, person, at) {
  const renamed = room.renames.filter((r) => r.key === person.key && r.at <= at).at(-1);
  return renamed?.nick ?? room.members.find((m) => m.key === person.key)?.nick ?? person.user;
}

/** @type {Map<string, string>} */
const devices = new Map();

/** The device in use: stays for an hour or two, mostly the first. @param {Person} person @param {number} at */
export function deviceOf(person, at) {
  const slot = `device:${person.key}:${Math.floor((at + person.offset) / 5400)}`;
  let device = devices.get(slot);
  if (!device) {
    const random = new Random(slot);
    device = random.chance(0.68)
      ? (person.resources[0] ?? "client")
      : random.pick(person.resources);
    devices.set(slot, device);
  }
  return device;
}

/** The client behind a resource: `gajim.K2QX` is Gajim. @param {string} resource */
export function clientOf(resource) {
  const dot = resource.indexOf(".");
  return dot < 0 ? resource : resource.slice(0, dot);
}

/** @param {Person} person */
export const isPartner = (person) => person.host === PARTNERS;
