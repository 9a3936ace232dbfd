/** @typedef {import("../demo/random.mjs").Random} Random */

const SYLLABLES =
  "ka lo mi ren tas vu sel dor pan ti gre lu mar ok ba shi nor ve qua zen fi hol ra dem cor u pli sta ne yo".split(
    " ",
  );
const RARE_WORDS = 60_000;

/** A word of its own for each number: `kalomi`, `renvutas`. @param {number} at */
function rareWord(at) {
  let word = "";
  for (let left = at + 30; left > 0; left = Math.floor(left / SYLLABLES.length)) {
    word += SYLLABLES[left % SYLLABLES.length];
  }
  return word;
}

/**
 * Words to be asked for, by how rare they are: in so many of a million texts each stands.
 */
export const NEEDLES = [
  { word: "needleone", perMillion: 1 },
  { word: "needleten", perMillion: 10 },
  { word: "needlehundred", perMillion: 100 },
  { word: "needlethousand", perMillion: 1_000 },
  { word: "needlemany", perMillion: 5_000 },
];

/**
 * Speaks as people do: few words make most of a text, and there is always one nobody else used (Zipf).
 * @param {string[]} common the most frequent first
 */
export function vocabulary(common) {
  return (/** @type {Random} */ random) => {
    const most = random.unit() < 0.85 ? common.length : RARE_WORDS;
    const at = Math.floor(most ** random.unit()) - 1;
    return most === RARE_WORDS ? rareWord(at) : (common[at] ?? "the");
  };
}

/** The needle that stands in this message, mostly none. @param {Random} random */
export function needle(random) {
  const at = random.unit() * 1_000_000;
  let sum = 0;
  for (const { word, perMillion } of NEEDLES) {
    sum += perMillion;
    if (at < sum) return word;
  }
  return null;
}
