import { Random } from "./random.mjs";

const EVENTS = [
  (/** @type {Random} */ r) =>
    `meter berth-${r.int(1, 9)} value=${r.int(10000, 99999)}.${r.int(0, 9)} kWh accepted`,
  (/** @type {Random} */ r) =>
    `gate lane=${r.int(1, 4)} truck=${"ABCDEHKLMN"[r.int(0, 9)]}${r.int(100, 999)} weight=${r.int(9000, 41000)} kg`,
  (/** @type {Random} */ r) =>
    `pump station-4 level=${r.int(-90, 140)} cm current=${r.int(8, 46)} A`,
  (/** @type {Random} */ r) => `queue depth=${r.int(0, 900)} oldest=${r.int(0, 300)} s`,
  (/** @type {Random} */ r) =>
    `retry ${r.int(1, 5)} of 5: connection reset by peer (10.4.${r.int(0, 9)}.${r.int(2, 250)})`,
  (/** @type {Random} */ r) =>
    `row ${r.int(1, 48000)} skipped: “${r.pick(["größe", "мощность", "重量", "peso líquido"])}” is not a number`,
];

/** A log as people paste it. @param {Random} random @param {number} characters */
function importLog(random, characters) {
  const lines = ["```"];
  let seconds = 2.113;
  let length = 4;
  while (length < characters) {
    seconds += random.unit() * 3;
    const line = `[${seconds.toFixed(3).padStart(10)}] ${random.pick(EVENTS)(random)}`;
    length += line.length + 1;
    lines.push(line);
  }
  lines.push("```");
  return lines.join("\n");
}

/** @returns {[string, string][]} id and text; about 5, 60 and 220 thousand characters */
export function longTexts() {
  const random = new Random("long");
  return [5_000, 60_000, 220_000].map((n) => [`long-${n}`, importLog(random, n)]);
}
