/** Small recurring things that are neither story nor talk: notes to self, whispers, moderation, a closed book. */
import { HOUR } from "./clock.mjs";
import { Conversation } from "./conversation.mjs";
import { NOTES, OFF_TOPIC, WHISPERS } from "./desk-words.mjs";
import { LEFT_AT } from "./extras.mjs";
import { Random } from "./random.mjs";
import { timeFor } from "./rhythm.mjs";
import { CLOSED_AT } from "./world.mjs";

/**
 * @typedef {import("./chat.mjs").Chat} Chat
 * @typedef {import("./world.mjs").Person} Person
 * @typedef {(at: number) => boolean} Quiet
 */

/** @param {Chat} chat @param {Quiet} quiet */
export function playDeskLife(chat, quiet) {
  const random = new Random("desk-life");
  notesToSelf(chat, random, quiet);
  whispers(chat, random, quiet);
  moderations(chat, random, quiet);
  closeTheBook(chat);
  farewell(chat);
}

/** @param {Chat} chat @param {string} key @returns {Person} */
function person(chat, key) {
  const found = chat.world.people.get(key);
  if (!found) throw new Error(`demo: nobody is called ${key}`);
  return found;
}

/** @param {Chat} chat @param {string} key */
function roomTalk(chat, key) {
  const room = chat.world.rooms.get(key);
  if (!room) throw new Error(`demo: no room ${key}`);
  const people = room.members.map((m) => person(chat, m.key));
  return { room, conversation: new Conversation({ people, room }) };
}

/** A note to self is two rows in the same archive. @param {Chat} chat @param {Random} random @param {Quiet} quiet */
function notesToSelf(chat, random, quiet) {
  for (const [key, notes] of Object.entries(NOTES)) {
    const who = person(chat, key);
    for (const text of notes) {
      const conversation = new Conversation({ people: [who, who] });
      chat.say(conversation, who, timeFor(random, who, quiet), text);
    }
  }
}

/** Private messages between occupants. @param {Chat} chat @param {Random} random @param {Quiet} quiet */
function whispers(chat, random, quiet) {
  for (const [roomKey, a, b, ...lines] of WHISPERS) {
    const { room } = roomTalk(chat, roomKey);
    const pair = [person(chat, a), person(chat, b)];
    let at = timeFor(random, /** @type {Person} */ (pair[0]), quiet);
    lines.forEach((text, i) => {
      const [from, to] = i % 2 ? [pair[1], pair[0]] : pair;
      chat.whisper(room, /** @type {Person} */ (from), at, /** @type {Person} */ (to), text);
      at += random.int(20, 140);
    });
  }
}

/** @param {Chat} chat @param {Random} random @param {Quiet} quiet */
function moderations(chat, random, quiet) {
  for (const [roomKey, author, moderator, reason, text, answer] of OFF_TOPIC) {
    const { room, conversation } = roomTalk(chat, roomKey);
    const by = person(chat, moderator);
    const at = timeFor(random, by, quiet);
    const ref = chat.say(conversation, person(chat, author), at, text);
    chat.moderate(room, by, at + random.int(40, 900), ref, reason);
    if (answer) chat.say(conversation, person(chat, author), at + random.int(950, 1400), answer);
  }
}

/** The works council has archiving switched off; from then on the room is silent here. @param {Chat} chat */
function closeTheBook(chat) {
  const { conversation } = roomTalk(chat, "works-council");
  const [jurgen, greta, elif, aoife] = ["jurgen", "greta", "elif", "aoife"].map((k) =>
    person(chat, k),
  );
  if (!jurgen || !greta || !elif || !aoife) return;
  const at = CLOSED_AT - HOUR;
  const ref = chat.say(
    conversation,
    jurgen,
    at,
    "Beschluss von heute, 5 zu 2: Ab 17 Uhr wird dieser Raum nicht mehr archiviert. Personalsachen gehören nicht in eine Datenbank, auch nicht in unsere.",
  );
  chat.react(conversation, elif, at + 70, ["👍"], ref);
  /** @type {[Person, number, string][]} */
  const lines = [
    [aoife, 165, "Does what is written here before today stay?"],
    [
      jurgen,
      230,
      "It stays until the year is over, like everywhere else. Nobody deletes by hand, says Léo.",
    ],
    [greta, 440, "Ich habe gegen den Beschluss gestimmt und schreibe ihn trotzdem ins Protokoll."],
  ];
  for (const [who, later, text] of lines) chat.say(conversation, who, at + later, text);
}

/** Bo's last message, on the day his account went. @param {Chat} chat */
function farewell(chat) {
  const [bo, soren] = [person(chat, "bo"), person(chat, "soren")];
  const conversation = new Conversation({ people: [bo, soren] });
  const at = LEFT_AT - 2 * HOUR;
  chat.say(
    conversation,
    bo,
    at,
    "Tak for alt, Søren. I leave the key to station 4 in your drawer. Listen to pump 3, she tells you before the panel does.",
  );
  chat.say(
    conversation,
    soren,
    at + 300,
    "Tak, Bo. She will miss you. I too, but do not tell the others.",
  );
  chat.say(
    conversation,
    bo,
    at + 380,
    "Léo closes my account at five. So this is the end of the book.",
  );
  conversation.rest(chat, at + 380, chat.random);
}
