/** What happens around a line: slips corrected, reactions, quotes, second thoughts, files, calls. */

import { fileFor } from "./file-names.mjs";
import { directInvite } from "./payloads.mjs";

/**
 * @typedef {import("./chat.mjs").Chat} Chat
 * @typedef {import("./conversation.mjs").Conversation} Conversation
 * @typedef {import("./random.mjs").Random} Random
 * @typedef {import("./world.mjs").Person} Person
 */

const EMOJI = /** @type {const} */ ([
  ["👍", 30],
  ["😄", 12],
  ["❤️", 9],
  ["😂", 10],
  ["🙏", 8],
  ["🎉", 5],
  ["✅", 8],
  ["👀", 4],
  ["😮", 3],
  ["☕", 3],
  ["🫡", 2],
  ["💪", 3],
  ["🙈", 2],
]);

/**
 * Says a line, now and then with a slip, a quote, a reaction of another, or taken back.
 * @param {Chat} chat @param {Random} random @param {Conversation} conversation @param {Person} who @param {number} at @param {string} text
 * @returns {number} when it was over
 */
export function sayWithLife(chat, random, conversation, who, at, text) {
  const earlier = conversation.backOfOthers(who, random.int(1, 3));
  if (earlier && random.chance(0.045)) {
    chat.reply(conversation, who, at, text, earlier);
    return at;
  }
  const slip = random.chance(0.035) ? withSlip(random, text) : null;
  const ref = chat.say(conversation, who, at, slip ?? text);
  let end = at;
  if (slip) {
    end += random.int(5, 35);
    chat.correct(conversation, who, end, text, ref);
  }
  if (random.chance(0.009)) {
    end += random.int(20, 90);
    chat.retract(conversation, who, end, ref);
  } else if (random.chance(conversation.room ? 0.09 : 0.075)) {
    const others = conversation.people.filter((p) => p !== who && p.awayFrom === null);
    const by = others.length > 0 ? random.pick(others) : null;
    end += random.int(4, 25);
    if (by) chat.react(conversation, by, end, [random.weighted(EMOJI)], ref);
    if (by && random.chance(0.05)) chat.react(conversation, by, end + 3, [], ref);
  }
  return end;
}

/** Two letters change places, or one is missing, in one longer word. @param {Random} random @param {string} text */
function withSlip(random, text) {
  const words = text.split(" ");
  const long = words.flatMap((word, i) => (/^[a-zäöüéèçåøñ]{5,}[,.]?$/i.test(word) ? [i] : []));
  if (long.length === 0) return null;
  const i = random.pick(long);
  const word = words[i] ?? "";
  const at = random.int(1, word.length - 3);
  const [x = "", y = ""] = [word[at], word[at + 1]];
  if (x === y) return null;
  words[i] = word.slice(0, at) + (random.chance(0.7) ? y + x : y) + word.slice(at + 2);
  return words.join(" ");
}

/**
 * Instead of a talk: a file, a call, an invitation.
 * @param {Chat} chat @param {Random} random @param {Conversation} conversation @param {number} at @param {boolean} isPrivate
 */
export function interlude(chat, random, conversation, at, isPrivate) {
  const [a, b] = /** @type {[Person, Person]} */ (conversation.people);
  const what = random.weighted(
    /** @type {const} */ ([
      ["call", 40],
      ["file", 46],
      ["invite", 6],
      ["keys", isPrivate ? 8 : 0],
    ]),
  );
  if (what === "file") {
    chat.file(conversation, a, at, fileFor(random));
    if (random.chance(0.6))
      chat.react(
        conversation,
        b,
        at + random.int(20, 400),
        [random.weighted(EMOJI)],
        /** @type {any} */ (conversation.refs.at(-1)),
      );
  } else if (what === "invite") invite(chat, random, conversation, a, at);
  else if (what === "keys") chat.encrypt(conversation, a, at, 2, "key-transport");
  else {
    const media = random.chance(0.2) ? ["audio", "video"] : ["audio"];
    const outcome = random.weighted(
      /** @type {const} */ ([
        ["taken", 62],
        ["missed", 28],
        ["rejected", 10],
      ]),
    );
    chat.call(conversation, a, at, {
      media,
      outcome,
      seconds: random.int(20, random.chance(0.3) ? 3400 : 700),
    });
  }
  conversation.rest(chat, at + 60, random);
}

/** @param {Chat} chat @param {Random} random @param {Conversation} conversation @param {Person} from @param {number} at */
function invite(chat, random, conversation, from, at) {
  const rooms = [...chat.world.rooms.values()].filter((r) =>
    r.members.some((m) => m.key === from.key),
  );
  if (rooms.length === 0) return;
  const room = random.pick(rooms);
  const reason = random.pick([
    "Join us, it is easier in one place",
    "We talk about it here",
    "",
    "Half an hour, promise",
    "Everybody is in already",
  ]);
  if (random.chance(0.4)) {
    chat.inviteThrough(room, from, conversation.other(from), at, reason || "come");
    return;
  }
  chat.post(conversation, from, at, {
    id: random.uuid(),
    type: null,
    children: [directInvite(room.jid, reason)],
  });
}
