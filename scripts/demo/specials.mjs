/** The odd cases, gathered where they would be: two administrators who test clients, and the mailbox's finds. */
import { DAY, HOUR, STORY_END } from "./clock.mjs";
import { Conversation } from "./conversation.mjs";
import { FORMS } from "./forms.mjs";
import { HOSTILE } from "./hostile.mjs";
import { longTexts } from "./long-texts.mjs";
import * as p from "./payloads.mjs";
import { parseClock } from "./story-format.mjs";
import { deviceOf } from "./world.mjs";
import { el } from "./xml.mjs";

/** @typedef {import("./chat.mjs").Chat} Chat */

/** @param {number} days before the last Sunday @param {string} clock UTC */
export const on = (days, clock) => STORY_END - (days + 1) * DAY + parseClock(clock);

/** @param {Chat} chat */
export function playSpecials(chat) {
  clientMatrix(chat);
  mailboxFinds(chat);
  longPastes(chat);
  bounces(chat);
  intruders(chat);
}

/** @param {Chat} chat @param {string} a @param {string} b */
function between(chat, a, b) {
  const people = [a, b].map((key) => chat.world.people.get(key));
  return new Conversation({ people: /** @type {import("./world.mjs").Person[]} */ (people) });
}

/** Léo sends Dana one of each form. @param {Chat} chat */
function clientMatrix(chat) {
  const c = between(chat, "leo", "dana");
  const [leo, dana] = /** @type {[any, any]} */ (c.people);
  let at = on(118, "13:05");
  chat.say(
    c,
    leo,
    at,
    "I'm writing the client matrix. You get one of everything now, tell me what your client shows and what it swallows.",
  );
  at += 40;
  chat.say(c, dana, at, "Go. Coffee in hand.");
  for (const form of FORMS) {
    at += chat.random.int(20, 50);
    chat.post(c, leo, at, form);
  }
  chat.encrypt(c, leo, at + 30, 3, "key-transport");
  chat.encrypt(c, leo, at + 60, 3, "omemo2");
  chat.encrypt(c, leo, at + 90, 2, "openpgp");
  chat.say(
    c,
    dana,
    at + 240,
    "Dino shows most of it. The blank one is a blank bubble, the form and the meter reading are not there at all. Monal wanted to know who Leo 2011 is.",
  );
  c.rest(chat, at + 240, chat.random);
}

/** What the tender mailbox form collected. @param {Chat} chat */
function mailboxFinds(chat) {
  const c = between(chat, "tomas", "leo");
  const [tomas, leo] = /** @type {[any, any]} */ (c.people);
  let at = on(17, "10:20");
  chat.say(
    c,
    tomas,
    at,
    "Everything that came in through the mailbox form this month, one per message, as you asked. I click nothing.",
  );
  HOSTILE.forEach((text, i) => {
    at += chat.random.int(4, 11);
    chat.post(c, tomas, at, {
      id: `hostile-${i}`,
      children: [p.body(text)],
    });
  });
  chat.say(c, leo, at + 90, "Beautiful. If your client still runs after that it is a good client.");
  chat.say(c, tomas, at + 150, "It runs. One of them is only a space that isn't there.");
  c.rest(chat, at + 150, chat.random);
}

/** @param {Chat} chat */
function longPastes(chat) {
  const c = between(chat, "dana", "leo");
  const [dana, leo] = /** @type {[any, any]} */ (c.people);
  let at = on(61, "08:50");
  chat.say(
    c,
    dana,
    at,
    "The import stops every night at the same place. I paste what I have, sorry for the length.",
  );
  for (const [id, text] of longTexts()) {
    at += 70;
    chat.post(c, dana, at, { id, children: [p.body(text), p.originId(id)] });
  }
  chat.say(
    c,
    leo,
    at + 400,
    "Next time a file, please. But: line 41, the meter on berth 7 sends a comma instead of a point.",
  );
  chat.say(c, dana, at + 460, "A comma. Three nights for a comma.");
  c.rest(chat, at + 460, chat.random);
}

/** Errors of remote servers come back into the sender's archive. @param {Chat} chat */
function bounces(chat) {
  const causes = /** @type {const} */ ([
    ["remote-server-not-found", "Server-to-server connection failed: DNS resolution failed"],
    ["remote-server-timeout", "Server-to-server connection failed: connection timeout"],
    ["service-unavailable", "User session not found"],
    ["not-allowed", "Communication with remote domains is not enabled"],
  ]);
  const senders = ["magnus", "tariq", "ines", "hanne", "chiara", "carmen", "soren"];
  const texts = [
    "Are you there? The pilot is booked for six.",
    "Second try: please confirm the policy number.",
    "Does this address still work?",
    "Berth 3 is free from noon, if that helps.",
    "Can you resend the survey? The link is dead.",
    "We need the gas-free certificate before eight.",
    "Please confirm receipt of the claim papers.",
    "Your mailbox bounces too, so I try here.",
  ];
  for (let i = 0; i < 46; i++) {
    const from = chat.world.people.get(chat.random.pick(senders));
    const to = chat.world.people.get(i % 3 ? "anneke" : "pilots");
    if (!from || !to) continue;
    const at = on(chat.random.int(2, 400), "09:00") + chat.random.int(0, 8 * HOUR);
    const c = new Conversation({ people: [from, to] });
    const id = chat.random.uuid();
    chat.post(c, from, at, {
      id,
      children: [p.body(chat.random.pick(texts)), p.originId(id), p.receiptRequest()],
    });
    const [condition, text] = chat.random.pick(causes);
    const full = `${from.jid}/${deviceOf(from, at)}`;
    const error = el(
      "message",
      { from: to.jid, type: "error", to: full, id },
      p.stanzaError(condition, text),
    );
    chat.log.incoming(from, at + chat.random.int(1, 60), to.jid, error);
  }
}

/** A correction and a retraction that pretend: from others than the author. @param {Chat} chat */
function intruders(chat) {
  const c = between(chat, "leo", "dana");
  const [leo, dana] = /** @type {[any, any]} */ (c.people);
  const at = on(117, "09:12");
  const ref = chat.say(
    c,
    leo,
    at,
    "Question of the day: what does your client do when you correct a message that is mine?",
  );
  chat.post(c, dana, at + 80, {
    id: "foreign-correction",
    children: [p.body("I, Léo, owe Dana a cake."), p.replace(ref.id)],
  });
  chat.post(c, dana, at + 120, { id: "foreign-retraction", children: p.retraction(ref.id, 1) });
  chat.say(c, leo, at + 170, "Nothing happened here. Good client. No cake.");
  c.rest(chat, at + 170, chat.random);
}
