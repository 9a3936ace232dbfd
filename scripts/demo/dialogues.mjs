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
    /** How often a template was used: by place, and in all. @type {Map<string, number>} */
    this.used = new Map();
  }

  /**
   * The next dialogue of these people.
   * @param {Person[]} people the first begins @param {Room | null} room @param {number} at
   * @returns {Line[]}
   */
  next(people, room, at) {
    const place =
      room?.key ??
      people
        .map((p) => p.key)
        .sort()
        .join(" ");
    const lang = room ? this.roomLanguage(room) : this.pairLanguage(people);
    const when = partOfDay(hourOf(at, /** @type {Person} */ (people[0])));
    const fits = (/** @type {Template} */ t) =>
      room
        ? (t.rooms?.includes(room.key) ?? belongsIn(t.topic, room.key))
        : concerns(
            t.topic,
            people.map((p) => p.key),
          );
    let fitting = this.fitting(lang, room, when).filter(fits);
    if (fitting.length === 0) fitting = this.fitting("en", room, when).filter(fits);
    const template = this.leastUsed(fitting, place);
    const lines = this.spoken(template, people);
    return lines.length > 3 && this.random.chance(0.16) ? lines.slice(0, -1) : lines;
  }

  /** @param {string} lang @param {Room | null} room @param {Template["when"]} when */
  fitting(lang, room, when) {
    const where = room ? "room" : "pair";
    return templates.filter(
      (t) => t.lang === lang && t.where === where && (t.when === null || t.when === when),
    );
  }

  /** Not what these people had lately, and rather what others had less. @param {Template[]} list @param {string} place */
  leastUsed(list, place) {
    const here = (/** @type {Template} */ t) => this.used.get(`${place} ${t.id}`) ?? 0;
    const all = (/** @type {Template} */ t) => this.used.get(`${t.id}`) ?? 0;
    const fewest = Math.min(...list.map(here));
    const fresh = list.filter((t) => here(t) === fewest);
    const draws = [this.random.pick(fresh), this.random.pick(fresh), this.random.pick(fresh)];
    const template = draws.reduce((best, t) => (all(t) < all(best) ? t : best));
    this.used.set(`${place} ${template.id}`, here(template) + 1);
    this.used.set(`${template.id}`, all(template) + 1);
    return template;
  }

  /** @param {Person[]} people */
  pairLanguage([a, b]) {
    const common = (a?.langs ?? []).filter((l) => b?.langs.includes(l) && languages.has(l));
    const own = common.find((l) => l === a?.langs[0] || l === b?.langs[0]);
    if (!own || !common.includes("en")) return common[0] ?? "en";
    return this.random.chance(a?.langs[0] === b?.langs[0] ? 0.8 : 0.35) ? own : "en";
  }

  /** @param {Room} room */
  roomLanguage(room) {
    const [lang, share] = ROOM_LANGUAGES[room.key] ?? ["en", 1];
    return languages.has(lang) && this.random.chance(share) ? lang : "en";
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
