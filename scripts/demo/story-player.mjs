/** Plays a story: each line becomes messages at its time. */
import { DAY } from "./clock.mjs";
import { Conversation } from "./conversation.mjs";
import { parseSize } from "./files.mjs";
import { directInvite } from "./payloads.mjs";
import { Random } from "./random.mjs";

/**
 * @typedef {import("./chat.mjs").Chat} Chat
 * @typedef {import("./story-format.mjs").Story} Story
 * @typedef {import("./story-format.mjs").Line} Line
 * @typedef {import("./world.mjs").Person} Person
 * @typedef {{ chat: Chat, conversation: Conversation, at: number, who: Person, line: Line }} Step
 */

/** Verbs that take a moment, not the time of a thought. */
const QUICK = new Set(["react", "retract", "edit"]);

/** @type {Record<string, (step: Step) => number | void>} a number is when it was over */
const VERBS = {
  say: ({ chat, conversation, who, at, line }) => void chat.say(conversation, who, at, line.text),
  edit: ({ chat, conversation, who, at, line }) =>
    chat.correct(conversation, who, at, line.text, must(conversation.ownLast(who), line)),
  retract: ({ chat, conversation, who, at, line }) =>
    chat.retract(conversation, who, at, must(conversation.ownLast(who), line)),
  react: ({ chat, conversation, who, at, line }) => {
    const back = Number(line.args[1] ?? 1);
    const emoji = (line.args[0] ?? "").split(",").filter(Boolean);
    chat.react(conversation, who, at, emoji, must(conversation.backOfOthers(who, back), line));
  },
  reply: ({ chat, conversation, who, at, line }) => {
    const ref = must(conversation.back(Number(line.args[0] ?? 1)), line);
    chat.reply(conversation, who, at, line.text, ref);
  },
  file: ({ chat, conversation, who, at, line }) => {
    const name = line.args.slice(0, -2).join(" ");
    const [size = "", type = ""] = line.args.slice(-2);
    const caption = line.text || undefined;
    chat.file(conversation, who, at, { name, size: parseSize(size), type, caption });
    return caption ? at + 6 : undefined;
  },
  omemo: ({ chat, conversation, who, at, line }) =>
    chat.encrypt(conversation, who, at, Number(line.args[0] ?? 2)),
  call: ({ chat, conversation, who, at, line }) => {
    const [kind = "audio", how = "missed"] = line.args;
    const outcome = how === "missed" || how === "rejected" ? how : "taken";
    const media = kind === "video" ? ["audio", "video"] : ["audio"];
    return chat.call(conversation, who, at, { media, outcome, seconds: seconds(how) });
  },
  invite: ({ chat, conversation, who, at, line }) => {
    const room = must(chat.world.rooms.get(line.args[0] ?? ""), line);
    const children = [directInvite(room.jid, line.text)];
    chat.post(conversation, who, at, { id: chat.random.uuid(), type: null, children });
  },
  moderate: ({ chat, conversation, who, at, line }) => {
    const ref = must(conversation.back(Number(line.args[0] ?? 1)), line);
    chat.moderate(must(conversation.room, line), who, at, ref, line.text);
  },
  pm: ({ chat, conversation, who, at, line }) => {
    const to = must(chat.world.people.get(line.args[0] ?? ""), line);
    chat.whisper(must(conversation.room, line), who, at, to, line.text);
  },
  subject: ({ chat, conversation, who, at, line }) => chat.topic(conversation, who, at, line.text),
};

/** @template T @param {T | null | undefined} value @param {Line} line @returns {T} */
function must(value, line) {
  if (value === null || value === undefined)
    throw new Error(`demo story ${line.source}: ${line.verb} refers to nothing`);
  return value;
}

/** `14m43s` @param {string} text */
function seconds(text) {
  const match = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?$/.exec(text);
  if (!match) return null;
  return Number(match[1] ?? 0) * 3600 + Number(match[2] ?? 0) * 60 + Number(match[3] ?? 0);
}

/**
 * @param {Chat} chat
 * @param {Story} story
 * @returns {{ name: string, title: string, from: number, to: number, lines: number, conversation: Conversation }}
 */
export function playStory(chat, story) {
  const random = new Random(`story:${story.name}`);
  const conversation = placeOf(chat, story);
  let at = story.start;
  let jumped = true;
  for (const step of story.steps) {
    if (step.kind === "gap") {
      at += step.seconds;
      jumped = true;
    } else if (step.kind === "day") {
      conversation.rest(chat, at, random);
      at =
        step.clock === null
          ? at + step.days * DAY
          : (Math.floor(at / DAY) + step.days) * DAY + step.clock;
      jumped = true;
    } else {
      const who = must(chat.world.people.get(step.who), step);
      if (!jumped) at += QUICK.has(step.verb) ? random.int(9, 40) : thought(random, step.text);
      jumped = false;
      const verb = must(VERBS[step.verb], step);
      at = Math.max(at, verb({ chat, conversation, at, who, line: step }) ?? at);
    }
  }
  conversation.rest(chat, at, random);
  const lines = conversation.refs.length;
  return { name: story.name, title: story.title, from: story.start, to: at, lines, conversation };
}

/** Seconds until the next line: longer ones take longer. @param {Random} random @param {string} text */
function thought(random, text) {
  return Math.min(
    110,
    15 + Math.round(text.length * (0.25 + random.unit() * 0.45)) + random.int(0, 12),
  );
}

/** @param {Chat} chat @param {Story} story */
function placeOf(chat, story) {
  if (story.room) {
    const room = chat.world.rooms.get(story.room);
    if (!room) throw new Error(`demo story ${story.name}: no room ${story.room}`);
    const people = room.members.flatMap((m) => chat.world.people.get(m.key) ?? []);
    return new Conversation({ people, room });
  }
  const [a, b] = (story.pair ?? []).map((key) => chat.world.people.get(key));
  if (!a || !b) throw new Error(`demo story ${story.name}: unknown people`);
  return new Conversation({ people: [a, b] });
}
