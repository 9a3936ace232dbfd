/** Everyday talk between the stories: small dialogues of pairs and rooms, until the archive is full. */
import { PRIVATE_PAIRS, pairs, roomWeights } from "./circles.mjs";
import { Conversation } from "./conversation.mjs";
import { Dialogues } from "./dialogues.mjs";
import { Random } from "./random.mjs";
import { awake, timeFor } from "./rhythm.mjs";
import { interlude, sayWithLife } from "./small-things.mjs";

/**
 * @typedef {import("./chat.mjs").Chat} Chat
 * @typedef {import("./world.mjs").Person} Person
 * @typedef {import("./world.mjs").Room} Room
 */

const ROOM_SHARE = 0.32;
/** Talks of the same people keep their distance. */
const SLOT = 2400;

export class Everyday {
  /** @param {Chat} chat @param {(at: number) => boolean} quiet */
  constructor(chat, quiet) {
    this.chat = chat;
    this.quiet = quiet;
    this.random = new Random("everyday");
    this.dialogues = new Dialogues(this.random);
    /** Place and time of talks that were held. @type {Set<string>} */
    this.taken = new Set();
    this.pairs = pairs();
  }

  /** Until the log has so many rows. @param {number} rows */
  fill(rows) {
    while (this.chat.log.rows.length < rows) {
      const place = this.somewhere();
      const [first, second] = place.people;
      if (!first || !second) continue;
      let at = timeFor(this.random, first, this.quiet);
      for (let i = 0; i < 6 && !place.room && !awake(second, at); i++) {
        at = timeFor(this.random, first, this.quiet);
      }
      this.hold(place, at);
    }
  }

  /** A talk at this time, of people who are awake. @param {number} at */
  at(at) {
    for (let tries = 0; tries < 60; tries++) {
      const place = this.somewhere();
      const [first] = place.people;
      if (first && awake(first, at) && this.hold(place, at)) return;
    }
  }

  somewhere() {
    const { chat, random } = this;
    if (random.chance(ROOM_SHARE)) return roomPlace(chat, random);
    return pairPlace(chat, random, random.weighted(this.pairs));
  }

  /** @param {{ people: Person[], room: Room | null }} place @param {number} at @returns {boolean} false when these people are not to be had */
  hold(place, at) {
    const name =
      place.room?.key ??
      place.people
        .map((p) => p.key)
        .sort()
        .join(" ");
    const slot = `${name} ${Math.floor(at / SLOT)}`;
    if (this.taken.has(slot) || gone(place, at)) return false;
    this.taken.add(slot);
    const [first, ...others] = place.people;
    if (place.room && first) {
      const up = others.filter((person) => awake(person, at));
      if (up.length < 2) return false;
      place.people = [first, ...up];
    }
    hold(this.chat, this.random, this.dialogues, place, at);
    return true;
  }
}

/** @param {{ people: Person[], room: Room | null }} place @param {number} at */
function gone({ people, room }, at) {
  if (room?.closedAt !== undefined && room?.closedAt !== null && room.closedAt <= at) return true;
  return people.some((p) => p.deletedAt !== null && p.deletedAt <= at + 7200);
}

/** @param {Chat} chat @param {Random} random */
function roomPlace(chat, random) {
  const room = chat.world.rooms.get(random.weighted(roomWeights));
  if (!room) throw new Error("demo: circles.mjs names a room that the cast does not have");
  const members = room.members.flatMap((m) => chat.world.people.get(m.key) ?? []);
  return { room, people: random.shuffle(members) };
}

/** @param {Chat} chat @param {Random} random @param {[string, string]} keys */
function pairPlace(chat, random, [a, b]) {
  const order = random.chance(0.58) ? [a, b] : [b, a];
  const people = order.map((key) => {
    const person = chat.world.people.get(key);
    if (!person) throw new Error(`demo: circles.mjs names ${key}, who is not in the cast`);
    return person;
  });
  return { room: null, people };
}

/**
 * @param {Chat} chat @param {Random} random @param {Dialogues} dialogues
 * @param {{ people: Person[], room: Room | null }} place @param {number} start
 */
function hold(chat, random, dialogues, place, start) {
  const { room, people } = place;
  const members = room ? room.members.flatMap((m) => chat.world.people.get(m.key) ?? []) : people;
  const conversation = new Conversation({ people: members, room });
  const keys = people.map((p) => p.key);
  const isPrivate =
    PRIVATE_PAIRS.has(keys.join(" ")) || PRIVATE_PAIRS.has([...keys].reverse().join(" "));
  const reachable = people.every((p) => p.awayFrom === null || start < p.awayFrom);
  if (!room && reachable && random.chance(0.07)) {
    interlude(chat, random, conversation, start, isPrivate);
    return;
  }
  const secret = isPrivate && random.chance(0.5);
  let at = start;
  for (const line of dialogues.next(people, room, start)) {
    const who = /** @type {Person} */ (people[line.speaker % people.length]);
    if (who.awayFrom !== null && at >= who.awayFrom) continue;
    if (secret) chat.encrypt(conversation, who, at, people.length + 1);
    else at = sayWithLife(chat, random, conversation, who, at, line.text);
    at += line.pause ?? thinking(random, line.text);
  }
  conversation.rest(chat, at, random);
}

/** @param {Random} random @param {string} text */
function thinking(random, text) {
  if (random.chance(0.06)) return random.int(400, 2400);
  return 12 + Math.round(text.length * (0.2 + random.unit() * 0.5)) + random.int(0, 90);
}
