import { beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/lib/testing/database";
import { testGrant } from "@/lib/testing/grants";
import { readPosition } from "../cursor";
import { readEverything, type WholeArchive } from "../testing/brute-force";
import { walk } from "../testing/walk";
import { browseTranscript } from "./transcript";

const grant = testGrant("archive.browse", ["support"]);

const LAYOUTS = [
  { fixture: "prosody-0.12", indexed: true },
  { fixture: "reference", indexed: true },
  { fixture: "prosody-0.12", indexed: false },
  { fixture: "reference", indexed: false },
] as const;

describe.each(LAYOUTS)("transcripts of $fixture, projection $indexed", ({ fixture, indexed }) => {
  const database = useTestDatabase({ fixture, indexed });
  let archives: WholeArchive[];
  beforeAll(async () => {
    archives = await readEverything(database.superuser(), fixture === "reference");
  });

  it.each(["back", "on"] as const)("shows every row exactly once, going %s", async (direction) => {
    for (const archive of archives) {
      const { messages, pages } = await walk(grant, direction, {
        ...archive,
        peer: null,
        limit: 97,
      });
      const shown = messages.flatMap((it) => it.rowIds).sort((a, b) => a - b);
      const stored = archive.rows.map((it) => it.story.rowId).sort((a, b) => a - b);
      expect(shown).toEqual(stored);
      expect(pages.reduce((sum, it) => sum + it.rows, 0)).toBe(stored.length);
      expect(pages.every((it) => it.partial === !indexed && !it.foldCut)).toBe(true);
    }
  });

  it("cuts pages inside a second without losing or repeating a row", async () => {
    const busiest = archives.toSorted((a, b) => b.rows.length - a.rows.length)[0]!;
    const { pages } = await walk(grant, "back", { ...busiest, peer: null, limit: 100 });
    const stampOf = new Map(busiest.rows.map((it) => [it.story.rowId, it.story.stamp]));
    const cursors = pages.flatMap((it) => (it.older ? [readPosition(it.older)] : []));
    const inside = cursors.filter(({ rowId, stamp }) => {
      const at = busiest.rows.findIndex((it) => it.story.rowId === rowId);
      return stampOf.get(busiest.rows[at - 1]?.story.rowId ?? -1) === stamp;
    });
    expect(inside.length).toBeGreaterThan(5);
  });

  it("shows one conversation as part of the whole", async () => {
    const archive = archives.find((it) => it.user === "alice")!;
    const peer = "bob@chat.example";
    const { messages } = await walk(grant, "on", { ...archive, peer, limit: 61 });
    const expected = archive.rows.filter((it) => it.story.peer === peer);
    expect(messages.flatMap((it) => it.rowIds).sort((a, b) => a - b)).toEqual(
      expected.map((it) => it.story.rowId).sort((a, b) => a - b),
    );
  });

  it("opens around a row and at a day", async () => {
    const archive = archives.find((it) => it.user === "alice")!;
    const middle = archive.rows[Math.floor(archive.rows.length / 2)]!.story;
    const criteria = { host: archive.host, user: archive.user, peer: null, limit: 40 };
    const around = await browseTranscript(grant, {
      ...criteria,
      place: { kind: "row", rowId: middle.rowId },
    });
    expect(around.rows).toBe(40);
    expect(around.older).not.toBeNull();
    expect(around.newer).not.toBeNull();
    const place = { kind: "date", date: "2999-01-01", zone: "Asia/Kathmandu" } as const;
    const beyond = await browseTranscript(grant, { ...criteria, place });
    expect(beyond).toMatchObject({ messages: [], rows: 0, newer: null });
    expect(beyond.older).not.toBeNull();
    const long = { kind: "date", date: "1999-01-01", zone: "Asia/Kathmandu" } as const;
    const first = await browseTranscript(grant, { ...criteria, place: long });
    expect(first.older).toBeNull();
    expect(first.rows).toBe(40);
  });

  it("does not find another archive's row", async () => {
    const [alice, bob] = ["alice", "bob"].map((user) => archives.find((it) => it.user === user)!);
    const foreign = bob!.rows[0]!.story.rowId;
    const ask = (rowId: number) =>
      browseTranscript(grant, {
        host: alice!.host,
        user: alice!.user,
        peer: null,
        limit: 10,
        place: { kind: "row", rowId },
      });
    await expect(ask(foreign)).rejects.toMatchObject({ code: "not-found" });
    const nowhere = await ask(4_503_599_627_370_000).catch((error: Error) => error);
    await expect(ask(foreign)).rejects.toThrow((nowhere as Error).message);
  });
});
