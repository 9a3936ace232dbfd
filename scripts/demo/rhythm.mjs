/** When people write: working days, lunch, evenings, nights of the crew, a holiday of nine days. */
import { DAY, HOUR, SPAN, STORY_END, WEEK, weekdayOf } from "./clock.mjs";

/** @typedef {import("./random.mjs").Random} Random @typedef {import("./world.mjs").Person} Person */

/** People whose work is at night or follows the tide. */
const NIGHT = new Set(["aoife", "marek", "pawel", "soren", "frank"]);

/** Share of a day's talk by local hour. */
const OFFICE = [
  0, 0, 0, 0, 0, 0.2, 1, 4, 9, 11, 11, 8, 4, 7, 10, 9, 7, 4, 2, 1.5, 1.5, 1.2, 0.6, 0.2,
];
const CREW = [7, 6, 5, 5, 6, 5, 4, 2, 1, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 4, 7, 9, 9, 8];
const WEEKEND = [0.3, 0.1, 0, 0, 0, 0, 0.2, 1, 3, 5, 6, 5, 4, 3, 4, 4, 4, 5, 5, 6, 6, 4, 2, 1];

/** Working days in weights; the crew works when the others do not. */
const OFFICE_DAYS = [10, 11, 11, 10, 8, 1.4, 1.1];
const CREW_DAYS = [8, 8, 8, 8, 9, 8, 7];

/**
 * The nine days of the yard's holiday: the Saturday-to-Sunday in the middle of the story in which
 * the stories say least. Only they go on.
 * @param {import("./story-format.mjs").Story[]} stories
 * @returns {(at: number) => boolean}
 */
export function quietFor(stories) {
  const lines = linesPerDay(stories);
  const middle = Math.floor(STORY_END / WEEK / 2);
  let best = { first: 0, lines: Number.POSITIVE_INFINITY };
  for (let week = middle - 12; week < middle + 12; week++) {
    const first = week * 7 + 5;
    const said = Array.from({ length: 9 }, (_, i) => lines.get(first + i) ?? 0);
    const sum = said.reduce((a, b) => a + b, 0);
    if (sum < best.lines) best = { first, lines: sum };
  }
  return (at) => at >= best.first * DAY - 4 * HOUR && at < (best.first + 9) * DAY + 4 * HOUR;
}

/** @param {import("./story-format.mjs").Story[]} stories */
function linesPerDay(stories) {
  /** @type {Map<number, number>} */
  const lines = new Map();
  for (const story of stories) {
    let day = Math.floor(story.start / DAY);
    for (const step of story.steps) {
      if (step.kind === "day") day += step.days;
      else lines.set(day, (lines.get(day) ?? 0) + 1);
    }
  }
  return lines;
}

/** @param {Random} random @param {readonly number[]} weights */
function index(random, weights) {
  return random.weighted(weights.map((weight, i) => /** @type {const} */ ([i, weight])));
}

/**
 * A time for a talk that this person begins. More is said now than a year ago, and it comes in waves.
 * @param {Random} random
 * @param {Person} person
 * @param {(at: number) => boolean} quiet
 * @returns {number}
 */
export function timeFor(random, person, quiet) {
  const crew = NIGHT.has(person.key);
  for (;;) {
    const week = random.int(0, SPAN / WEEK - 1);
    const wave = 0.72 + 0.2 * Math.sin(week * 1.7) + (0.3 * week) / 62;
    if (!random.chance(Math.min(1, wave))) continue;
    const weekday = index(random, crew ? CREW_DAYS : OFFICE_DAYS);
    const hours = crew ? CREW : weekday >= 5 ? WEEKEND : OFFICE;
    const local =
      week * WEEK + weekday * DAY + index(random, hours) * HOUR + random.int(0, HOUR - 1);
    const at = local - person.offset;
    if (at > 12 * HOUR && at < SPAN - HOUR && !quiet(at)) return at;
  }
}

/** Local hour. @param {number} at UTC demo second @param {Person} person */
export function hourOf(at, person) {
  const local = (((at + person.offset) % DAY) + DAY) % DAY;
  return Math.floor(local / HOUR);
}

/** @param {Person} person @param {number} at */
export function awake(person, at) {
  const local = at + person.offset;
  const hours = NIGHT.has(person.key) ? CREW : weekdayOf(local) >= 5 ? WEEKEND : OFFICE;
  return (hours[hourOf(at, person)] ?? 0) >= 2;
}
