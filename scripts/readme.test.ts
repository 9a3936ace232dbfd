import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { COMMANDS } from "@/lib/cli/commands";
import { parseEnv } from "@/lib/env";

const root = path.resolve(import.meta.dirname, "..");
const readme = readFileSync(path.join(root, "README.md"), "utf8");

/** The first cell of each row of the table between two comments, without its backticks. */
function firstCells(begin: string, end: string): string[] {
  const table = readme.split(`<!-- ${begin}`)[1]?.split(`<!-- ${end} -->`)[0] ?? "";
  return [...table.matchAll(/^\| (`.+?)(?<!\\) \|/gm)].map((row) => row[1] ?? "");
}

const variables = firstCells("configuration", "end of configuration").map((it) => it.slice(1, -1));
const commands = firstCells("commands", "end of commands");

describe("the README", () => {
  it("lists exactly the variables that lib/env.ts reads", () => {
    const source = readFileSync(path.join(root, "lib", "env.ts"), "utf8");
    const schema = source.split("const variables = z.object({")[1]?.split("\n});")[0] ?? "";
    const read = [...schema.matchAll(/^ {2}([A-Z][A-Z_]+):/gm)].map((found) => found[1]);
    expect(read.length).toBeGreaterThan(8);
    expect(variables).toEqual(expect.arrayContaining(read));
    expect(variables).toHaveLength(read.length);
  });

  it("gives the defaults that are fixed", () => {
    const { port, host, munimentData, trustedProxies, searchesPerMinute, messagesPerHour } =
      parseEnv({});
    expect(defaultOf("PORT")).toBe(String(port));
    expect(defaultOf("HOST")).toBe(host);
    expect(defaultOf("MUNIMENT_TRUSTED_PROXIES")).toBe(String(trustedProxies));
    expect(defaultOf("MUNIMENT_SEARCHES_PER_MINUTE")).toBe(String(searchesPerMinute));
    expect(defaultOf("MUNIMENT_MESSAGES_PER_HOUR")).toBe(String(messagesPerHour));
    expect(munimentData).toBe(path.resolve(defaultOf("MUNIMENT_DATA")));
  });

  it("lists exactly the commands of the command line", () => {
    const names = commands.flatMap((cell) =>
      [...cell.matchAll(/`(\w+)/g)].map((found) => found[1]),
    );
    expect([...new Set(names)].sort()).toEqual(Object.keys(COMMANDS).sort());
  });

  it("links to files that are there", () => {
    const links = [...readme.matchAll(/\]\(([^)#:]+)\)/g)].map((found) => found[1] ?? "");
    expect(links.length).toBeGreaterThan(8);
    // Pictures are made by `npm run screens`.
    const missing = links.filter(
      (link) => !link.startsWith("docs/screens") && !existsSync(path.join(root, link)),
    );
    expect(missing).toEqual([]);
  });
});

function defaultOf(variable: string): string {
  const row = readme.split("\n").find((line) => line.startsWith(`| \`${variable}\` |`)) ?? "";
  return row.split("|")[2]?.trim().replaceAll("`", "") ?? "";
}
