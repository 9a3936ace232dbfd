/**
 * Reads dialogues written as text: blocks separated by blank lines, each with a head
 * `[pair]`, `[room]` or `[room deliveries,dock-2]`, followed by a time of day if it needs one
 * (`[pair] morning`), then lines `a: text`.
 * @typedef {{ lang: string, where: "pair" | "room", rooms: string[] | null, when: string | null, rare: boolean, lines: { who: "a" | "b" | "c", text: string }[] }} Dialogue
 * @param {string} lang @param {string} text @returns {Dialogue[]}
 */
export function dialoguesFrom(lang, text) {
  return text
    .trim()
    .split(/\n\s*\n/)
    .map((block) => readBlock(lang, block));
}

/** @param {string} lang @param {string} block @returns {Dialogue} */
function readBlock(lang, block) {
  const [head = "", ...lines] = block.trim().split("\n");
  const match = /^\[(pair|room)(?: ([^\]]+))?\](?: (morning|noon|evening|night))?$/.exec(head);
  if (!match) throw new Error(`demo phrases: no head: ${head}`);
  const fixed = lines.filter((line) => !line.includes("{")).length;
  return {
    lang,
    rare: fixed * 2 >= lines.length,
    where: match[1] === "room" ? "room" : "pair",
    rooms: match[2]?.split(",") ?? null,
    when: match[3] ?? null,
    lines: lines.map(readLine),
  };
}

/** @param {string} line @returns {{ who: "a" | "b" | "c", text: string }} */
function readLine(line) {
  const match = /^([abc]): (.+)$/.exec(line);
  if (!match) throw new Error(`demo phrases: no line: ${line}`);
  const who = /** @type {"a" | "b" | "c"} */ (match[1]);
  return { who, text: (match[2] ?? "").replaceAll("\\n", "\n") };
}

/** Values of a slot written as text, separated by ` | ` or line ends. @param {string} text */
export function values(text) {
  return text
    .split(/\s*[|\n]\s*/)
    .map((value) => value.trim())
    .filter(Boolean);
}

/** `count` values of a rule, for numbers of all kinds. @param {number} count @param {(i: number) => string} rule */
export function series(count, rule) {
  return Array.from({ length: count }, (_, index) => rule(index));
}
