import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import levels from "./levels.json";

const root = path.resolve(import.meta.dirname, "..");
const IMPORT =
  /(?:^|\n)\s*(?:import|export)[^"';]*?from\s+"([^"]+)"|\bimport\(\s*"([^"]+)"\s*\)|(?:^|\n)import\s+"([^"]+)"/g;

function sources(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && !/\.(db\.)?test\.tsx?$/.test(file))
    .map((file) => path.posix.join(folder, file));
}

function importsOf(file: string): string[] {
  const text = readFileSync(path.join(root, file), "utf8");
  return [...text.matchAll(IMPORT)].map((found) => found[1] ?? found[2] ?? found[3] ?? "");
}

/** The file an import of our own names, or null for a package. */
function resolve(from: string, specifier: string): string | null {
  if (!specifier.startsWith("@/") && !specifier.startsWith(".")) return null;
  const target = specifier.startsWith("@/")
    ? specifier.slice(2)
    : path.posix.join(path.posix.dirname(from), specifier);
  const ending = ["", ".ts", ".tsx"].find(
    (end) => /\.\w+$/.test(target + end) && existsSync(path.join(root, target + end)),
  );
  if (ending === undefined) throw new Error(`${from} imports ${specifier}, which is not there`);
  return target + ending;
}

function roomOf(file: string): [prefix: string, level: number] {
  const fits = (levels.levels as [string, number][]).filter(
    ([prefix]) => file.startsWith(`${prefix}/`) || file.startsWith(`${prefix}.`),
  );
  const best = fits.sort((a, b) => b[0].length - a[0].length)[0];
  if (!best) throw new Error(`${file} stands in no room of scripts/levels.json`);
  return best;
}

const files = ["lib", "components", "app"]
  .flatMap(sources)
  .filter((file) => !file.startsWith("lib/testing/"));
const edges = files.flatMap((from) =>
  importsOf(from).flatMap((specifier) => {
    const to = resolve(from, specifier);
    return to && /\.tsx?$/.test(to) ? [{ from, to }] : [];
  }),
);

describe("imports run one way", () => {
  it("reads the whole house", () => {
    expect(files.length).toBeGreaterThan(150);
    expect(edges.length).toBeGreaterThan(300);
  });

  it("never up, and never from feature to feature", () => {
    const wrong = edges.filter(({ from, to }) => {
      if (to.startsWith("lib/testing/")) return true;
      const [fromRoom, fromLevel] = roomOf(from);
      const [toRoom, toLevel] = roomOf(to);
      if (fromRoom === toRoom) return false;
      return toLevel > fromLevel || (toLevel === fromLevel && fromLevel >= 6);
    });
    expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });

  it("lib/xmpp, lib/lexemes, lib/format and lib/errors import nothing of the house but themselves", () => {
    const wrong = edges.filter(({ from, to }) => {
      const pure = levels.pure.find(
        (room) => from.startsWith(`${room}/`) || from.startsWith(`${room}.`),
      );
      return pure && !to.startsWith(`${pure}/`) && !to.startsWith("lib/errors");
    });
    expect(wrong).toEqual([]);
  });

  it("nothing that the worker or the command line imports reaches next", () => {
    const reached = new Set(
      files.filter((file) => levels.outsideNext.some((room) => file.startsWith(`${room}/`))),
    );
    for (const file of reached)
      for (const { from, to } of edges) if (from === file) reached.add(to);
    const wrong = [...reached].filter((file) =>
      importsOf(file).some((it) => /^next(-auth)?(\/|$)/.test(it)),
    );
    expect(wrong).toEqual([]);
  });
});
