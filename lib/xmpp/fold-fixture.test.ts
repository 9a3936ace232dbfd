import { describe, expect, test } from "vitest";
import { readFixtureRows } from "@/lib/testing/fixture-rows";
import { foldStories } from "./fold";
import type { MessageKind } from "./kinds";
import { readStanza } from "./read-stanza";
import type { Story, StoryRow } from "./story";

const archives = new Map<string, StoryRow[]>();
for (const row of readFixtureRows()) {
  if (row.store !== "archive" && row.store !== "muc_log") continue;
  const jid = `${row.user}@${row.host}`;
  const rows = archives.get(jid) ?? [];
  archives.set(jid, rows);
  rows.push({
    rowId: row.sortId,
    archiveId: row.key,
    stamp: row.when,
    sizeBytes: row.value.length,
    ...readStanza(row.value),
    truncated: false,
    peer: row.store === "muc_log" ? null : row.with,
    realJid: null,
    realJidProof: null,
  });
}

const isRoom = (jid: string) => jid.includes("@rooms.");
const folded = new Map(
  [...archives].map(([jid, rows]) => [jid, foldStories({ owner: jid, isRoom: isRoom(jid) }, rows)]),
);
const stories = [...folded.values()].flat();

const ALICE = folded.get("alice@chat.example") ?? [];
const GENERAL = folded.get("general@rooms.chat.example") ?? [];

function story(of: Story[], id: string): Story {
  const found = of.find((it) => it.row.facts?.id === id);
  if (!found) throw new Error(`No story of ${id}`);
  return found;
}

function starting(of: Story[], words: string): Story {
  const found = of.find((it) => it.row.facts?.body?.startsWith(words));
  if (!found) throw new Error(`No story starting with ${words}`);
  return found;
}

describe("all archives of the fixture", () => {
  test("every row is in exactly one story", () => {
    const rows = [...archives.values()].flat().map((it) => it.rowId);
    const told = stories.flatMap((it) => it.rowIds);
    expect(told.sort((a, b) => a - b)).toEqual(rows.sort((a, b) => a - b));
  });

  test("every state, correction and retraction finds its message: the lab sent none astray", () => {
    const alone: Partial<Record<MessageKind, number>> = {};
    for (const { row } of stories) {
      const kind = row.facts?.kind ?? "other";
      alone[kind] = (alone[kind] ?? 0) + 1;
    }
    // 5,791 texts less two notes to self; two archives with one call each.
    expect(alone).toEqual({
      text: 5789,
      encrypted: 401,
      file: 9,
      invite: 4,
      payload: 2,
      subject: 2,
      call: 2,
      error: 1,
      moderation: 1,
    });
  });

  test("nobody claims anything", () => {
    expect(stories.filter((it) => it.claims.length > 0)).toEqual([]);
  });

  test("every correction is a version, and its text is the message's", () => {
    const corrected = stories.filter((it) => it.versions.length > 0);
    const corrections = corrected.reduce((sum, it) => sum + it.versions.length - 1, 0);
    expect(corrections).toBe(250);
    for (const it of corrected) expect(it.text).toBe(it.versions.at(-1)?.text);
  });
});

describe("the special messages", () => {
  test("corrected, reacted to, received, displayed, answered", () => {
    const corrected = starting(ALICE, "Message that will be corrected");
    expect(corrected).toMatchObject({
      own: true,
      text: "Message that was corrected",
      sender: { jid: "alice@chat.example", resource: "phone" },
      reactions: [{ by: { jid: "bob@chat.example" }, emoji: ["👍", "❤️"] }],
      receipts: [{ by: { jid: "bob@chat.example" } }],
      markers: [{ name: "received" }, { name: "displayed" }],
    });
    expect(corrected.versions.map((it) => it.text)).toEqual([
      "Message that will be corrected",
      "Message that was corrected",
    ]);
    expect(story(ALICE, "reply")).toMatchObject({
      text: "reply text",
      reply: {
        rowId: corrected.row.rowId,
        excerpt: "Message that was corrected",
        fromFallback: false,
      },
    });
  });

  test.each(["(v0)", "(v1)"])("retracted %s", (version) => {
    const retracted = starting(ALICE, `Message that will be retracted ${version}`);
    expect(retracted.retraction?.by.jid).toBe("alice@chat.example");
    expect(retracted.rowIds).toHaveLength(2);
  });

  test("one call of four steps", () => {
    const { call } = story(ALICE, "jmi-propose");
    expect(call?.steps.map((it) => it.step)).toEqual(["propose", "proceed", "reject", "finish"]);
    expect(call?.durationSeconds).toBe(0);
  });

  test.each(["self-bare", "self-no-to"])("a note to self is one message of two rows: %s", (id) => {
    const note = story(ALICE, id);
    expect(note).toMatchObject({ own: true, rowIds: [note.row.rowId, note.row.rowId + 1] });
  });

  test("the bounce stands beside the message that bounced", () => {
    const both = ALICE.filter((it) => it.row.facts?.id === "to-remote");
    expect(both.map((it) => [it.own, it.row.facts?.kind])).toEqual([
      [true, "text"],
      [false, "error"],
    ]);
  });

  test("in the room: corrected, reacted to and displayed, though Bob's rows came first", () => {
    expect(story(GENERAL, "muc-c0")).toMatchObject({
      text: "muc message corrected",
      sender: { nick: "alice", jid: null },
      reactions: [{ by: { nick: "Bob Müller 鈴木" }, emoji: ["👍"] }],
      markers: [{ name: "displayed" }, { name: "displayed" }],
    });
  });

  test("moderated in place and announced", () => {
    expect(story(GENERAL, "muc-mod0")).toMatchObject({
      text: null,
      sender: { nick: "<b>frank</b>" },
      moderation: { by: { nick: "alice" }, reason: "off topic", stamp: 1795344592 },
      rowIds: [12494, 12495],
    });
  });

  test("the room that is not anonymous names its people", () => {
    const TEAM = folded.get("team@rooms.chat.example") ?? [];
    expect(story(TEAM, "muc-nonanon").sender).toMatchObject({
      jid: "alice@chat.example",
      proof: "muc-user",
      nick: "alice",
    });
  });
});
