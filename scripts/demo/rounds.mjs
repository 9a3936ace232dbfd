/** The night watch writes its rounds into the handover room; it is what keeps the archive awake at night. */
import { DAY, HOUR, MINUTE, SPAN, STORY_END, weekdayOf } from "./clock.mjs";
import { Conversation } from "./conversation.mjs";
import { Random } from "./random.mjs";

/** @typedef {import("./chat.mjs").Chat} Chat @typedef {(r: Random, clock: string) => string} Line */

/** How each of them writes. @type {Record<string, Line[]>} */
const VOICES = {
  aoife: [
    (r, t) => `${t} round done. Sump 4 at ${level(r)}, gates tight, hall ${r.int(1, 5)} locked.`,
    (r, t) =>
      `${t}: walked dock 2 end to end, wind ${r.int(2, 9)} from the ${wind(r)}, ${r.pick(["nobody about", "one fox about", "a taxi turned at the gate and left", "rain in the crane cab again"])}.`,
    (r) =>
      `Pump 2 drew ${r.int(18, 34)} A when I passed, ${r.pick(["steady", "a bit of a hum to it", "steady, the bearing is cool"])}. Sump at ${level(r)}.`,
    (r, t) => `${t}, lights: mast ${r.int(1, 14)} is out, put it in the book. The rest is grand.`,
    (r) =>
      `Keys: ${r.int(21, 24)} on the board, ${r.pick(["frank has the crane set", "Paweł has the workshop set", "Marek has the switch room"])}. ${r.pick(["All signed.", "Signed, for once.", "I'll get the signature in the morning."])}`,
    (r, t) =>
      `${t} and the kettle is on. ${r.int(2, 8)} degrees in hall 3, heater ${r.int(1, 3)} is ${r.pick(["on", "tripped, reset", "on, and loud"])}.`,
  ],
  marek: [
    (r, t) =>
      `${t} switch room ${r.int(28, 39)} °C, no alarm, phase ${r.pick(["L1", "L2", "L3"])} highest with ${r.int(110, 240)} A.`,
    (r, t) =>
      `${t} round. Station 4: ${level(r)}. Station 2: ${level(r)}. Battery ${(r.int(262, 278) / 10).toFixed(1)} V.`,
    (r) =>
      `Replaced fuse F${r.int(3, 48)}, ${r.pick(["was the yard socket", "was the compressor again", "was old only"])}. Spare: ${r.int(2, 9)} left.`,
    (r) =>
      `I reset alarm ${r.int(100, 480)} on station ${r.int(1, 4)}. ${r.pick(["Float was hanging.", "Came once, did not come back.", "It is the same contact as last week, I clean it tomorrow."])}`,
    (r, t) =>
      `${t} generator test ${r.int(8, 15)} minutes, ${r.int(48, 52)} Hz at start then 50. Diesel ${r.int(55, 96)} %.`,
  ],
  pawel: [
    (r, t) => `${t} crane ${r.int(1, 3)} parked and pinned, hook at ${r.int(6, 18)} m.`,
    (r) =>
      `Greased slew ring crane ${r.int(1, 3)}, ${r.int(20, 60)} strokes. ${r.pick(["Takes it well.", "Old grease came out black.", "One nipple blocked, made it free."])}`,
    (r, t) =>
      `${t}, wind alarm at ${r.int(13, 19)} m/s on crane ${r.int(1, 3)}, ${r.pick(["came down after two minutes", "boom to the lee side", "I wait and look again"])}.`,
    (r) =>
      `Brake ${r.pick(["hoist", "slew", "travel"])} crane ${r.int(1, 3)}: ${(r.int(18, 42) / 10).toFixed(1)} mm. Limit is 5.`,
  ],
  soren: [
    (r, t) =>
      `${t} from home: station 4 shows ${level(r)}, pump ${r.int(1, 3)} ${r.pick(["in turn", "running", "resting"])}. Good night to those who may.`,
    (r) =>
      `Tide ${r.int(8, 31) / 10} m at ${r.int(1, 5)}:${String(r.int(0, 59)).padStart(2, "0")}, so expect ${r.int(1, 4)} starts per hour until then.`,
    (r) =>
      `${level(r)} in 4. That is ${r.pick(["fine", "fine for this rain", "two more than yesterday, still fine"])}.`,
  ],
  frank: [
    (r, t) =>
      `${t} crane ${r.int(1, 3)}, ${r.int(2, 19)} lifts so far, heaviest ${r.int(3, 38)} t. ${r.pick(["coffee", "quiet", "hook clear", "waiting for the barge"])}`,
    (r) =>
      `barge ${r.pick(["Alma", "Noorderlicht", "Trijntje", "Emma Kate"])} alongside, ${r.int(4, 22)} lifts, done by ${r.int(3, 5)} if the wind holds`,
    (r) =>
      `fog. I see the hook to ${r.int(6, 30)} m. stopping ${r.pick(["now", "after this lift", "until I see my own feet"])}`,
  ],
};

const WATCH = /** @type {const} */ ([
  ["aoife", 5],
  ["marek", 5],
  ["pawel", 3],
  ["soren", 2],
  ["frank", 3],
]);

/** @param {Random} r */
const level = (r) => `${r.int(-68, 12)} cm`.replace("-", "−");
/** @param {Random} r */
const wind = (r) => r.pick(["west", "north-west", "south-west", "north", "east"]);

/** @param {number} at */
export function clockOf(at) {
  const minutes = Math.floor((at % DAY) / MINUTE);
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

/** @param {Chat} chat */
export function watchRoom(chat) {
  const room = chat.world.rooms.get("night-shift");
  if (!room) throw new Error("demo: the watch has no room");
  const people = room.members.flatMap((m) => chat.world.people.get(m.key) ?? []);
  return new Conversation({ people, room });
}

/** @param {Chat} chat @param {Conversation} conversation @param {Random} random @param {number} at */
export function writeRound(chat, conversation, random, at) {
  const key = random.weighted(WATCH);
  const who = chat.world.people.get(key);
  if (!who) throw new Error(`demo: ${key} keeps watch but is not in the cast`);
  chat.say(conversation, who, at, random.pick(VOICES[key] ?? [])(random, clockOf(at + who.offset)));
}

/** Two to four rounds a night, on the nights in which somebody writes them down. @param {Chat} chat @param {(at: number) => boolean} quiet */
export function playRounds(chat, quiet) {
  const random = new Random("rounds");
  const conversation = watchRoom(chat);
  for (let night = 0; night < SPAN; night += DAY) {
    if (random.chance(weekdayOf(night) >= 5 ? 0.55 : 0.25)) continue;
    const count = random.int(1, 3);
    for (let i = 0; i < count; i++) {
      const at = night + 21 * HOUR + Math.floor(((i + random.unit()) / count) * 8 * HOUR);
      if (!quiet(at)) writeRound(chat, conversation, random, at);
    }
  }
}

/**
 * Wherever in the last days nothing happens for so long, somebody says something: the watch at night,
 * by day whoever is about.
 * @param {Chat} chat @param {(at: number) => void} talk @param {number} longest seconds without a row
 */
export function fillLastWeek(chat, talk, longest) {
  const random = new Random("last-week");
  const conversation = watchRoom(chat);
  const from = STORY_END - DAY;
  const times = chat.log.rows.map((row) => row.at).filter((at) => at >= from && at <= SPAN);
  times.push(from, SPAN);
  times.sort((a, b) => a - b);
  for (let i = 1; i < times.length; i++) {
    let last = times[i - 1] ?? 0;
    const next = times[i] ?? 0;
    while (next - last > longest) {
      last += random.int(Math.floor(longest * 0.6), longest);
      if (last >= next) break;
      const hour = Math.floor((last % DAY) / HOUR);
      const rows = chat.log.rows.length;
      if (hour >= 6 && hour < 21 && random.chance(0.85)) talk(last);
      if (chat.log.rows.length === rows) writeRound(chat, conversation, random, last);
    }
  }
}
