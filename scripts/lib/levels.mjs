import fs from "node:fs";
import path from "node:path";
import { filesBelow, readJson } from "./files.mjs";
import { inRoot, root } from "./root.mjs";

const SOURCE = /\.(ts|tsx|mts)$/;
const TEST = /\.test\.tsx?$|^lib\/testing\//;
const IMPORT = /(?:from|import)\s*\(?\s*["']([^"']+)["']/g;
const STOREYS = ["lib", "components", "app"];

/**
 * Every import that goes the wrong way: up from lib to components to app, or up within lib.
 * @returns {string[]} one line each
 */
export function levelProblems() {
  return STOREYS.flatMap((storey) => filesBelow(inRoot(storey)))
    .map((file) => path.relative(root, file).split(path.sep).join("/"))
    .filter((file) => SOURCE.test(file))
    .flatMap((file) => problemsOf(file, fs.readFileSync(inRoot(file), "utf8")));
}

/**
 * @param {string} file relative to the project
 * @param {string} text
 * @returns {string[]}
 */
export function problemsOf(file, text) {
  if (TEST.test(file)) return [];
  const from = placeOf(file);
  return [...text.matchAll(IMPORT)]
    .map(([, name = ""]) => resolveImport(file, name))
    .filter((target) => target !== null && !isAllowed(from, placeOf(target)))
    .map((target) => `${file} imports ${target}`);
}

/** @param {string} file @param {string} name @returns {string | null} null: not ours */
function resolveImport(file, name) {
  if (name.startsWith("@/")) return name.slice(2);
  return name.startsWith(".") ? path.posix.join(path.posix.dirname(file), name) : null;
}

/** @typedef {{ storey: number, room: string, floor: number }} Place */

/** @param {Place} from @param {Place} to */
function isAllowed(from, to) {
  if (to.storey < 0) return true;
  if (from.storey !== to.storey) return from.storey > to.storey && to.room !== "testing";
  return from.storey > 0 || from.room === to.room || to.floor < from.floor;
}

const levels = /** @type {Record<string, number>} */ (
  readJson(inRoot("scripts", "levels.json")) ?? {}
);
const rooms = Object.keys(levels).sort((a, b) => b.length - a.length);

/** @param {string} file @returns {Place} */
function placeOf(file) {
  const [storey = "", ...rest] = file.replace(SOURCE, "").split("/");
  const inside = rest.join("/");
  const room = rooms.find((name) => inside === name || inside.startsWith(`${name}/`));
  const unknown = rest[0] ?? "";
  return {
    storey: STOREYS.indexOf(storey),
    room: room ?? unknown,
    floor: levels[room ?? ""] ?? Infinity,
  };
}
