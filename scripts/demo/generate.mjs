/** The demo archive: what Prosody's two tables hold after fourteen months, up to `now`. */
import { ArchiveLog } from "./archive-log.mjs";
import { Chat } from "./chat.mjs";
import { MINUTE, originOf } from "./clock.mjs";
import { playDeskLife } from "./desk-life.mjs";
import { Everyday } from "./everyday.mjs";
import { ROOM_HOST } from "./hosts.mjs";
import { STAMP } from "./moderation.mjs";
import { publishPep } from "./pep.mjs";
import { quietFor } from "./rhythm.mjs";
import { fillLastWeek, playRounds } from "./rounds.mjs";
import { settingsOf } from "./settings.mjs";
import { on, playSpecials } from "./specials.mjs";
import { readStories } from "./story-format.mjs";
import { playStory } from "./story-player.mjs";
import { makeWorld } from "./world.mjs";

/**
 * @typedef {object} ArchiveRow a row of `prosodyarchive`
 * @property {number} sort_id
 * @property {string} host
 * @property {string} user
 * @property {string} store
 * @property {string} key
 * @property {number} when unix seconds
 * @property {string} with
 * @property {string} type
 * @property {string} value
 *
 * @typedef {{ name: string, title: string, people: string[], room: string | null, lines: number, from: number, to: number }} Thread
 * @typedef {{ archive: ArchiveRow[], settings: import("./setting.mjs").Setting[], threads: Thread[] }} Demo
 */

const stories = readStories();

/** Rows of the whole story and its spare week, whatever the time. */
const ROWS = 59_000;

/** Nothing but XML belongs into the archive; somebody with psql did not know. */
const BROKEN = "[message removed by hand, see ticket 4471]";

/**
 * Rows up to `now`, the newest within the hour before it. The same week gives the same rows; another
 * week moves all of them by whole weeks.
 * @param {Date} now
 * @returns {Demo}
 */
export function generate(now) {
  const origin = originOf(now);
  const until = Math.floor(now.getTime() / 1000) - origin;
  const world = makeWorld();
  const log = new ArchiveLog();
  const chat = new Chat(log, world);
  const nodes = publishPep(log, world);
  const quiet = quietFor(stories);
  const threads = stories.map((story) => playStory(chat, story));
  playSpecials(chat);
  playDeskLife(chat, quiet);
  playRounds(chat, quiet);
  const everyday = new Everyday(chat, quiet);
  everyday.fill(ROWS);
  fillLastWeek(chat, (at) => everyday.at(at), 25 * MINUTE);
  breakOneRow(log);
  const rows = log.rows.filter((row) => row.at <= until).sort((a, b) => a.at - b.at);
  const known = { world, origin, until, nodes, ...seen(rows, chat) };
  return {
    archive: rows.map((row, index) => toArchiveRow(row, index + 1, origin, until)),
    settings: settingsOf(known),
    threads: threads.map((thread) => toThread(thread, origin)),
  };
}

/** @param {import("./archive-log.mjs").Row} row @param {number} sortId @param {number} origin @param {number} until @returns {ArchiveRow} */
function toArchiveRow(row, sortId, origin, until) {
  const { host, user, store, key, at, moderated } = row;
  let value = row.value;
  if (moderated && moderated.at <= until) {
    const stamp = new Date((origin + moderated.at) * 1000).toISOString().replace(".000Z", "Z");
    value = moderated.value.replace(STAMP, stamp);
  }
  return {
    sort_id: sortId,
    host,
    user,
    store,
    key,
    when: origin + at,
    with: row.with,
    type: "xml",
    value,
  };
}

/** @param {ReturnType<typeof playStory>} thread @param {number} origin @returns {Thread} */
function toThread({ name, title, from, to, lines, conversation }, origin) {
  const people = [...new Set(conversation.refs.map((ref) => ref.by.jid))];
  const room = conversation.room?.jid ?? null;
  return { name, title, people, room, lines, from: origin + from, to: origin + to };
}

/** @param {import("./archive-log.mjs").Row[]} rows @param {Chat} chat */
function seen(rows, chat) {
  const lastSeen = new Map();
  const owners = new Map(
    [...chat.world.people.values()].map((p) => [`${p.user}@${p.host}`, p.key]),
  );
  let uploadBytes = 0;
  for (const { host, user, store, at, value } of rows) {
    const key = owners.get(`${user}@${host}`);
    if (key && store === "archive") lastSeen.set(key, at);
    if (store === "uploads") uploadBytes += Number(/ size='(\d+)'/.exec(value)?.[1] ?? 0);
  }
  return { lastSeen, uploadBytes, pairs: chat.pairs };
}

/** The first text in the IT room after a certain Monday. @param {ArchiveLog} log */
function breakOneRow(log) {
  const desk = log.rows.filter(
    (row) => row.host === ROOM_HOST && row.user === "it-desk" && row.at > on(125, "00:00"),
  );
  const [row] = desk.filter((r) => r.value.includes("<body>")).sort((a, b) => a.at - b.at);
  if (!row) throw new Error("demo: nothing was said in the IT room");
  row.value = BROKEN;
}
