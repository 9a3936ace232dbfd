/** Chooses what is talked about: the language of those who talk, the hour, and not the same again. */
import { belongsIn, concerns } from "./circles.mjs";
import { languages, templates, wordsFor } from "./phrase-book.mjs";
import { hourOf } from "./rhythm.mjs";
import { inVoice } from "./voices.mjs";

/**
 * @typedef {import("./phrase-book.mjs").Template} Template
 * @typedef {import("./random.mjs").Random} Random
 * @typedef {import("./world.mjs").Person} Person
 * @typedef {import("./world.mjs").Room} Room
 * @typedef {{ speaker: number, text: string }} Line
 */

/** Rooms with a language of their own; the others speak English. */
const ROOM_LANGUAGES = /** @type {Record<string, [string, number]>} */ ({
  "works-council": ["de", 0.75],
});

/** Telling a rare dialogue once counts as much as telling another this often: its lines are remembered. */
const RARE = 5;

/** @param {number} hour local @returns {Template["when"]} */
function partOfDay(hour) {
  if (hour < 5 || hour >= 22) return "night";
  if (hour < 11) return "morning";
  if (hour < 14) return "noon";
  return hour >= 17 ? "evening" : null;
}

export class Dialogues {
  /** @param {Random} random */
  constructor(random) {
    this.random = random;
    /** How often a template was used, by its id. @type {Map<string, Uint16Array>} */
    this.usedHere = new Map();
    this.usedInAll = new Uint16Array(templates.length);
    /** @type {Map<string, Template[]>} */
    this.choices = new Map();
  }

  /**
   * The next dialogue of these people.
   * @param {Person[]} people the first begins; in a room those who speak its language come first @param {Room | null} room @param {number} at
   * @returns {Line[]}
   */
  next(people, room, at) {
    const place =
      room?.key ??
      people
        .map((p) => p.key)
        .sort()
        .join(" ");
    const lang = room ? this.roomLanguage(room, people) : this.pairLanguage(people);
    if (room)
      people.sort((a, b) => Number(b.langs.includes(lang)) - Number(a.langs.includes(lang)));
    const when = partOfDay(hourOf(at, /** @type {Person} */ (people[0])));
    const choice = this.choice(place, lang, when, people, room);
    const template = this.leastUsed(choice, place);
    const lines = this.spoken(template, people);
    return lines.length > 3 && this.random.chance(0.16) ? lines.slice(0, -1) : lines;
  }

  /**
   * What these people could talk about here and now.
   * @param {string} place @param {string} lang @param {Template["when"]} when @param {Person[]} people @param {Room | null} room
   * @returns {Template[]}
   */
  choice(place, lang, when, people, room) {
    const name = `${place} ${lang} ${when}`;
    let list = this.choices.get(name);
    if (!list) {
      const keys = people.map((p) => p.key);
      list = templates.filter(
        (t) =>
          t.lang === lang &&
          (t.when === null || t.when === when) &&
          (room
            ? (t.rooms?.includes(room.key) ?? belongsIn(t, room.key))
            : t.where === "pair" && concerns(t.topic, keys)),
      );
      if (list.length === 0 && lang !== "en") list = this.choice(place, "en", when, people, room);
      this.choices.set(name, list);
    }
    return list;
  }

  /** Not what these people had lately, and rather what others had less. @param {Template[]} list @param {string} place */
  leastUsed(list, place) {
    const here = this.usedHere.get(place) ?? new Uint16Array(templates.length);
    this.usedHere.set(place, here);
    const uses = (/** @type {Template} */ t) => here[t.id] ?? 0;
    const fewest = list.reduce((least, t) => Math.min(least, uses(t)), Number.POSITIVE_INFINITY);
    const fresh = list.filter((t) => uses(t) === fewest);
    const draws = [this.random.pick(fresh), this.random.pick(fresh), this.random.pick(fresh)];
    const all = (/** @type {Template} */ t) => this.usedInAll[t.id] ?? 0;
    const template = draws.reduce((best, t) => (all(t) < all(best) ? t : best));
    const weight = template.rare ? RARE : 1;
    here[template.id] = uses(template) + weight;
    this.usedInAll[template.id] = all(template) + weight;
    return template;
  }

  /** @param {Person[]} people */
  pairLanguage([a, b]) {
    const common = (a?.langs ?? []).filter((l) => b?.langs.includes(l) && languages.has(l));
    const own = common.find((l) => l === a?.langs[0] || l === b?.langs[0]);
    if (!own || !common.includes("en")) return common[0] ?? "en";
    return this.random.chance(a?.langs[0] === b?.langs[0] ? 0.8 : 0.35) ? own : "en";
  }

  /** @param {Room} room @param {Person[]} people */
  roomLanguage(room, people) {
    const [lang, share] = ROOM_LANGUAGES[room.key] ?? ["en", 1];
    const speakers = people.filter((p) => p.langs.includes(lang)).length;
    return speakers >= 3 && languages.has(lang) && this.random.chance(share) ? lang : "en";
  }

  /** Fills the slots, the same value for the same name, and gives each line its speaker's voice. @param {Template} template @param {Person[]} people @returns {Line[]} */
  spoken(template, people) {
    /** @type {Map<string, string>} */
    const values = new Map();
    const fill = (/** @type {string} */ name) => {
      const known = values.get(name);
      if (known !== undefined) return known;
      const taken = new Set(values.values());
      const list = wordsFor(template.lang, name.replace(/\d+$/, ""));
      const free = list.filter((word) => !taken.has(word));
      const value = this.random.pick(free.length > 0 ? free : list);
      values.set(name, value);
      return value;
    };
    return template.lines.map(({ who, text }) => {
      const speaker = "abc".indexOf(who);
      const said = text.replace(/\{(\w+)\}/g, (_, name) => fill(name));
      return { speaker, text: inVoice(said, template.lang, people[speaker % people.length]) };
    });
  }
}
