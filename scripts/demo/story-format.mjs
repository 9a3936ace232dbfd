/** Reads stories (`stories/README.md` describes the format). Errors name file and line. */
import { readdirSync, readFileSync } from "node:fs";
import { DAY, HOUR, MINUTE, STORY_END } from "./clock.mjs";

/**
 * @typedef {{ kind: "gap", seconds: number } | { kind: "day", days: number, clock: number | null }} Gap
 * @typedef {{ kind: "line", who: string, verb: string, args: string[], text: string, source: string }} Line
 * @typedef {{ name: string, title: string, pair: [string, string] | null, room: string | null, start: number, steps: (Gap | Line)[] }} Story
 */

const FOLDER = new URL("./stories/", import.meta.url);

/** Every story, by file name. @returns {Story[]} */
export function readStories() {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith(".txt"))
    .sort()
    .map((name) => parseStory(name, readFileSync(new URL(name, FOLDER), "utf8")));
}

/** @param {string} text `08:40` @returns {number} seconds of the day */
export function parseClock(text) {
  const [hours, minutes] = text.split(":").map(Number);
  return (hours ?? 0) * HOUR + (minutes ?? 0) * MINUTE;
}

/** @param {string} text a gap without its plus @returns {Gap} */
function parseGap(text) {
  const [amount = "", clock] = text.trim().split(/\s+/);
  const days = /^(\d+)d$/.exec(amount);
  if (days) return { kind: "day", days: Number(days[1]), clock: clock ? parseClock(clock) : null };
  const parts = [...amount.matchAll(/(\d+)([hms])/g)];
  if (parts.length === 0) throw new Error(`no gap: +${text}`);
  const unit = /** @type {Record<string, number>} */ ({ h: HOUR, m: MINUTE, s: 1 });
  const seconds = parts.reduce((sum, [, n, u]) => sum + Number(n) * (unit[u ?? ""] ?? 0), 0);
  return { kind: "gap", seconds };
}

/** @param {string} line @param {string} source @returns {Line} */
function parseLine(line, source) {
  const match = /^([^\s:[\]]+)(?:\[([^\]]*)\])?(?::\s?(.*))?$/s.exec(line);
  if (!match) throw new Error(`neither a line nor a gap: ${line}`);
  const [, who = "", bracket = "say", text = ""] = match;
  const [verb = "say", ...args] = bracket.split(" ");
  return { kind: "line", who, verb, args, text: text.replaceAll("\\n", "\n"), source };
}

/** @param {string} value `212 09:12` @returns {number} demo second; day 0 is the last Sunday of the story */
function parseStart(value) {
  const [days, clock = "09:00"] = value.split(/\s+/);
  return STORY_END - (Number(days) + 1) * DAY + parseClock(clock);
}

/** @param {string} name @param {string} text @returns {Story} */
export function parseStory(name, text) {
  /** @type {Story} */
  const story = {
    name: name.replace(/\.txt$/, ""),
    title: name,
    pair: null,
    room: null,
    start: 0,
    steps: [],
  };
  text.split("\n").forEach((line, index) => {
    if (line.trim() === "" || line.startsWith("# ")) return;
    const source = `${name}:${index + 1}`;
    try {
      const header = /^(title|where|start):\s*(.*)$/.exec(line);
      if (header) readHeader(story, header[1] ?? "", header[2] ?? "");
      else if (line.startsWith("+")) story.steps.push(parseGap(line.slice(1)));
      else story.steps.push(parseLine(line, source));
    } catch (error) {
      throw new Error(`demo story ${source}: ${error instanceof Error ? error.message : error}`);
    }
  });
  return story;
}

/** @param {Story} story @param {string} key @param {string} value */
function readHeader(story, key, value) {
  if (key === "title") story.title = value;
  else if (key === "start") story.start = parseStart(value);
  else if (value.startsWith("room ")) story.room = value.slice(5).trim();
  else {
    const [a = "", b = ""] = value.split("~").map((part) => part.trim());
    story.pair = [a, b];
  }
}
