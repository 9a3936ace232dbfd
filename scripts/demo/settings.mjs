/** Rows of the table `prosody`: accounts, rosters, preferences, rooms, housekeeping (reference §3). */
import { DAY, HOUR, STORY_END } from "./clock.mjs";
import { HOME, PARTNERS, ROOM_HOST, UPLOAD_HOST } from "./hosts.mjs";
import { Random } from "./random.mjs";
import { roomRows } from "./room-settings.mjs";
import { setter } from "./setting.mjs";

/**
 * @typedef {import("./world.mjs").Person} Person
 * @typedef {import("./world.mjs").World} World
 * @typedef {import("./setting.mjs").Setting} Setting
 * @typedef {{ world: World, origin: number, until: number, pairs: Set<string>, nodes: { person: Person, node: string, config: object }[], lastSeen: Map<string, number>, uploadBytes: number }} Known
 */

/** SCRAM fields of valid form; the password behind them is nothing. @param {Person} person */
function account({ key, host, user }) {
  const random = new Random(`account:${key}`);
  const set = setter(host, user, "accounts");
  return [
    set("iteration_count", 10000),
    set("salt", random.uuid()),
    set("stored_key", `feed${random.hex(36)}`),
    set("server_key", `feed${random.hex(36)}`),
    setter(host, user, "roles")("_default", "prosody:member"),
  ];
}

/** @param {Known} known @param {Person} person */
function roster({ world, pairs }, person) {
  const set = setter(person.host, person.user, "roster");
  const contacts = [...world.people.values()].filter(
    (other) => other !== person && pairs.has([person.key, other.key].sort().join(" ")),
  );
  const items = contacts.map((other) => {
    if (other.deletedAt !== null) return set(other.jid, { subscription: "none", groups: {} });
    const group = other.host === person.host ? "Colleagues" : "Partners & co.";
    return set(other.jid, { subscription: "both", name: other.name, groups: { [group]: true } });
  });
  const pending = person.key === "mara" ? { "sales@harbourline.example": true } : {};
  return [...items, set("", { __hash: [false, { pending, version: items.length + 2 }] })];
}

/** @param {Known} known */
function preferences({ world }) {
  const rows = [];
  for (const person of world.people.values()) {
    if (person.where === "remote" || person.deletedAt !== null || person.policy === "smart")
      continue;
    const set = setter(person.host, person.user, "archive_prefs");
    const policy = { always: true, never: false, roster: "roster" }[person.policy];
    if (person.policy !== "always" || person.host === PARTNERS)
      rows.push(set("", { __hash: [false, policy] }));
    if (person.key === "noor") rows.push(set(`ines@${HOME}`, true));
    // Prosody forgets "never" entries: the row says false, and the archive goes on (mod_storage_sql 0.12.3:77).
    if (person.key === "hanne")
      rows.push(set("", { __hash: [false, true] }), set(`carmen@${HOME}`, false));
  }
  return rows;
}

/** @param {Known} known */
function blocklists({ origin }) {
  const since = origin + STORY_END - 90 * DAY + 11 * HOUR;
  const chiara = setter(HOME, "chiara", "blocklist");
  const ines = setter(HOME, "ines", "blocklist");
  return [
    chiara("sales@harbourline.example", since),
    chiara("evil.example", since + 40),
    chiara("", { __hash: [false, { created: since, modified: since + 40 }] }),
    ines(`giorgos@${PARTNERS}`, since + 3 * DAY),
    ines("", { __hash: [false, { created: since + 3 * DAY, modified: since + 3 * DAY }] }),
  ];
}

/** @param {Known} known @param {Person} person */
function presence({ origin, lastSeen }, person) {
  const at = lastSeen.get(person.key);
  if (at === undefined) return [];
  const set = setter(person.host, person.user, "lastlog2");
  return [
    set("login", { timestamp: origin + at - 2 * HOUR }),
    set("logout", { timestamp: origin + at + 12 }),
  ];
}

/** @param {Known} known */
function privateXml({ world }) {
  const rows = [];
  for (const [key, nick] of /** @type {const} */ ([
    ["tomas", "Tomás"],
    ["leo", "léo"],
  ])) {
    const person = /** @type {Person} */ (world.people.get(key));
    const attr = { xmlns: "exodus:prefs" };
    const child = { name: "defaultnick", attr, __array: [nick] };
    rows.push(
      setter(
        person.host,
        person.user,
        "private",
      )("exodus:exodus:prefs", { name: "exodus", attr, __array: [child] }),
    );
  }
  return rows;
}

/** @param {Known} known */
function housekeeping({ world, origin, until, uploadBytes }) {
  const today = origin + Math.floor(until / DAY) * DAY + 3 * HOUR;
  const lastRun = today > origin + until ? today - DAY : today;
  const gone = [...world.people.values()].filter((p) => p.deletedAt !== null);
  const invite = {
    type: "register",
    created_at: origin + until - 2 * DAY,
    expires: origin + until + 5 * DAY,
    additional_data: { note: "New apprentice, starts on the first" },
  };
  return [
    ...gone.map((p) => setter(p.host, "", "tombstones")(p.user, origin + (p.deletedAt ?? 0))),
    setter(HOME, "", "invite_token")(new Random("invite").hex(24), invite),
    setter(HOME, "", "cron")("mam/remove_expired_messages", lastRun),
    setter(PARTNERS, "", "cron")("mam/remove_expired_messages", lastRun + 1),
    setter(ROOM_HOST, "", "cron")("muc_mam/remove_expired_messages", lastRun + 2),
    setter(UPLOAD_HOST, "", "cron")("http_file_share/remove_expired_files", lastRun + 2),
    setter(UPLOAD_HOST, "", "upload_stats")("total", uploadBytes),
  ];
}

/** @param {Known} known @returns {Setting[]} */
export function settingsOf(known) {
  const { world, nodes } = known;
  const accounts = [...world.people.values()].filter(
    (p) => p.where === "local" && p.deletedAt === null,
  );
  return [
    ...accounts.flatMap((p) => [...account(p), ...roster(known, p), ...presence(known, p)]),
    ...nodes.map(({ person, node, config }) =>
      setter(
        person.host,
        person.user,
        "pep",
      )(node, { name: node, config, affiliations: {}, subscribers: {} }),
    ),
    ...preferences(known),
    ...blocklists(known),
    ...privateXml(known),
    ...roomRows(known),
    ...housekeeping(known),
  ];
}
