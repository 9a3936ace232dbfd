import { readdirSync } from "node:fs";

const FOLDER = new URL("./phrases/", import.meta.url);
const names = readdirSync(FOLDER)
  .filter((n) => n.endsWith(".mjs"))
  .sort();
export const raw = await Promise.all(names.map((n) => import(new URL(n, FOLDER).href)));
/** @typedef {{ lang: string, lines: { speaker: number, text: string }[], rooms: string[] | null, when: string | null, id: number }} Template */
export const templates = [0, 1, 2, 3].map((i) => ({
  id: i,
  lang: "en",
  rooms: null,
  when: null,
  lines: [
    { speaker: 0, text: `Question {n} about plan {n}?` },
    { speaker: 1, text: `Answer {n}, see drawing {n} in hall {n}` },
    { speaker: 0, text: "ok {n}" },
  ],
}));
/** @type {Record<string, string[]>} */
export const slots = {};
