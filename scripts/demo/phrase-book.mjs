/** Reads the phrases (`phrases/README.md`): templates of dialogues, and the words for their slots. */
import { readdirSync } from "node:fs";

/**
 * @typedef {object} Template
 * @property {number} id
 * @property {string} lang
 * @property {string} topic the file's: `en-yard.mjs` is about the yard; servers and builds are `it`
 * @property {"pair" | "room"} where
 * @property {string[] | null} rooms
 * @property {"morning" | "noon" | "evening" | "night" | null} when
 * @property {boolean} rare half of its lines or more are always the same
 * @property {{ who: "a" | "b" | "c", text: string }[]} lines
 */

const FOLDER = new URL("./phrases/", import.meta.url);

/** @type {Template[]} */
export const templates = [];

/** By language (or `any`), then by slot. @type {Map<string, Map<string, string[]>>} */
const words = new Map();

const names = readdirSync(FOLDER).filter((name) => name.endsWith(".mjs"));
for (const name of names.sort()) {
  const module = await import(new URL(name, FOLDER).href);
  const topic = /-(\w+)\.mjs$/.exec(name)?.[1] ?? "";
  for (const dialogue of module.dialogues ?? []) {
    const technical = JSON.stringify(dialogue.lines).match(/\{(host|build)\d?\}/);
    templates.push({ ...dialogue, topic: technical ? "it" : topic, id: templates.length });
  }
  for (const [lang, slots] of Object.entries(module.slots ?? {})) {
    const known = words.get(lang) ?? new Map();
    for (const [slot, list] of Object.entries(slots)) {
      known.set(slot, [...(known.get(slot) ?? []), .../** @type {string[]} */ (list)]);
    }
    words.set(lang, known);
  }
}

/** Values for a slot, its number taken off: `ship2` asks for ships. @param {string} lang @param {string} slot */
export function wordsFor(lang, slot) {
  const list = words.get(lang)?.get(slot) ?? words.get("any")?.get(slot);
  if (!list) throw new Error(`demo phrases: no words for {${slot}} in ${lang}`);
  return list;
}

/** Languages in which there is something to say. */
export const languages = new Set(templates.map((template) => template.lang));
