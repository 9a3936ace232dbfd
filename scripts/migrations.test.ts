import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

const folder = path.resolve(import.meta.dirname, "..", "drizzle");
type Entry = { idx: number; when: number; tag: string };
const { entries }: { entries: Entry[] } = JSON.parse(
  readFileSync(path.join(folder, "meta", "_journal.json"), "utf8"),
);

describe("the migrations", () => {
  it("come later one after the other: Drizzle passes over one that is dated before what has run", () => {
    const times = entries.map((it) => it.when);
    expect(times).toEqual([...new Set(times)].sort((a, b) => a - b));
  });

  it("are the files that are there", () => {
    const files = readdirSync(folder).filter((it) => it.endsWith(".sql"));
    expect(files.toSorted()).toEqual(entries.map((it) => `${it.tag}.sql`).toSorted());
  });

  it("leave a snapshot of what the tables are after the last one", () => {
    const last = String(entries.at(-1)?.idx).padStart(4, "0");
    expect(existsSync(path.join(folder, "meta", `${last}_snapshot.json`))).toBe(true);
  });
});
