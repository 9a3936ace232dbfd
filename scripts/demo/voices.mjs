/** The same sentence looks different from each keyboard: capitals, full stops, haste. */
import { Random } from "./random.mjs";

/** Languages in which a sentence may begin small in a chat. */
const CASED = new Set(["en", "de", "fr", "es", "pt", "it", "sv", "da", "pl", "nl", "cs"]);

/** @typedef {{ capital: boolean, period: boolean }} Voice @type {Map<string, Voice>} */
const voices = new Map();

/** @param {string} key @returns {Voice} */
function voiceOf(key) {
  let voice = voices.get(key);
  if (!voice) {
    const random = new Random(`voice:${key}`);
    voice = { capital: random.chance(0.6), period: random.chance(0.4) };
    voices.set(key, voice);
  }
  return voice;
}

const QUESTION =
  /^(who|whose|what|when|where|why|which|how|is|are|was|were|do|does|did|can|could|may|shall|should|will|would|has|have|had|any|since when|version|mute|need)\b/i;

/**
 * @param {string} text
 * @param {string} lang
 * @param {import("./world.mjs").Person | undefined} person
 */
export function inVoice(text, lang, person) {
  if (!person || !CASED.has(lang)) return text;
  const { capital, period } = voiceOf(person.key);
  let out = text;
  if (capital && !/^(nq-|https?:)/.test(out)) {
    out = out.replace(/(^|[.!?] )(\p{Ll})/gu, (_, before, letter) => before + letter.toUpperCase());
  }
  const statement = lang === "en" && out.split(" ").length > 3 && !QUESTION.test(out);
  if (period && statement && /[\p{L}\p{N})%]$/u.test(out)) out += ".";
  return out;
}
