import { createHash, createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { MESSAGE_KINDS, type MessageKind } from "@/lib/xmpp/kinds";
import { readStanza } from "@/lib/xmpp/read-stanza";
import { parseStanza } from "@/lib/xmpp/stanza";
import { type ArchiveRow, generate } from "./generate.mjs";
import { HOSTILE } from "./hostile.mjs";

const NOW = new Date("2031-05-14T10:20:30Z");
const WEEK_MS = 7 * 86_400_000;
const demo = generate(NOW);
const messages = demo.archive.filter((row) => row.store === "archive" || row.store === "muc_log");
const read = messages.map((row) => ({ row, ...readStanza(row.value) }));

function countBy<T>(items: Iterable<T>, keyOf: (item: T) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
}

const setting = (store: string) => demo.settings.filter((s) => s.store === store);
const secondsOf = (date: Date) => Math.floor(date.getTime() / 1000);

describe("size and cast", () => {
  it("holds about 60,000 rows over 14 months", () => {
    expect(demo.archive.length).toBeGreaterThan(57_000);
    expect(demo.archive.length).toBeLessThan(63_000);
    const days = ((demo.archive.at(-1)?.when ?? 0) - (messages[0]?.when ?? 0)) / 86_400;
    expect(days).toBeGreaterThan(420);
    expect(days).toBeLessThan(436);
  });

  it("has 40 accounts on two hosts and 8 rooms on a third", () => {
    const accounts = new Set(setting("accounts").map((s) => `${s.user}@${s.host}`));
    expect(accounts.size).toBe(40);
    expect(new Set(setting("accounts").map((s) => s.host)).size).toBe(2);
    const rooms = messages.filter((row) => row.store === "muc_log");
    expect(new Set(rooms.map((row) => row.user)).size).toBe(8);
    expect(new Set(rooms.map((row) => row.host)).size).toBe(1);
    expect(new Set(messages.map((row) => row.host)).size).toBe(3);
  });

  it("has every kind, in about the shares of a real server", () => {
    const kinds = countBy(read, ({ facts }): MessageKind => facts?.kind ?? "other");
    expect([...kinds.keys()].sort()).toEqual([...MESSAGE_KINDS].sort());
    expect(kinds.get("other")).toBe(1);
    const share = (kind: MessageKind) => (kinds.get(kind) ?? 0) / messages.length;
    expect(share("text")).toBeGreaterThan(0.4);
    expect(share("receipt")).toBeGreaterThan(0.15);
    expect(share("marker")).toBeGreaterThan(0.12);
    expect(share("encrypted")).toBeGreaterThan(0.015);
  });
});

describe("content", () => {
  it("says at least 8,000 different things, none too often", () => {
    const bodies = read.flatMap(({ facts }) => (facts?.body ? [facts.body] : []));
    const counts = countBy(bodies, (body) => body);
    expect(counts.size).toBeGreaterThanOrEqual(8_000);
    expect(Math.max(...counts.values())).toBeLessThanOrEqual(demo.archive.length * 0.005);
  });

  it("tells at least 12 stories of 30 or more messages over three days or more", () => {
    const long = demo.threads.filter((t) => t.lines >= 30 && t.to - t.from >= 3 * 86_400);
    expect(long.length).toBeGreaterThanOrEqual(12);
    for (const { people, room, from, to, lines } of long) {
      const [owner, peer] = room ? [room, null] : people;
      const found = read.filter(
        ({ row, facts }) =>
          row.when >= from &&
          row.when <= to &&
          (room ? `${row.user}@${row.host}` === owner : row.with === peer) &&
          (room || `${row.user}@${row.host}` === owner) &&
          (facts?.kind === "text" || facts?.kind === "file"),
      );
      // A moderated message has lost its text; everything else of the story must be there.
      if (from + 14 * 86_400 < secondsOf(NOW) && people.length > 0)
        expect(found.length).toBeGreaterThanOrEqual(Math.min(30, lines));
    }
  });

  it("carries every hostile body unchanged", () => {
    const byId = new Map(read.map(({ facts }) => [facts?.id, facts?.body]));
    HOSTILE.forEach((text: string, i: number) => {
      expect(byId.get(`hostile-${i}`)).toBe(text);
    });
  });

  it("has bodies of 5, 60 and 220 thousand characters", () => {
    const lengths = read.map(({ facts }) => facts?.body?.length ?? 0);
    for (const length of [5_000, 60_000, 220_000]) {
      expect(lengths.some((n) => n >= length && n < length * 1.1)).toBe(true);
    }
  });
});

describe("as Prosody stores it", () => {
  it("is well-formed but for one row", () => {
    const broken = demo.archive.filter((row) => !parseStanza(row.value).ok);
    expect(broken).toHaveLength(1);
    expect(broken[0]?.store).toBe("muc_log");
  });

  it("keeps both copies of a local message under different keys, attributes in any order", () => {
    const archived = new Set(messages.map((row) => `${row.user}@${row.host}`));
    const people = new Set(setting("accounts").map((s) => `${s.user}@${s.host}`));
    const copies = new Map<string, ArchiveRow[]>();
    for (const { row, facts } of read) {
      if (row.store !== "archive" || !facts?.from || !facts.id) continue;
      const stanza = `${facts.from} ${facts.id} ${facts.kind}`;
      copies.set(stanza, [...(copies.get(stanza) ?? []), row]);
    }
    const both = [...copies.values()].filter(([row]) => {
      const owner = `${row?.user}@${row?.host}`;
      return row && archived.has(row.with) && people.has(row.with) && owner !== row.with;
    });
    expect(both.length).toBeGreaterThan(10_000);
    for (const rows of both) {
      expect(rows).toHaveLength(2);
      expect(rows[0]?.key).not.toBe(rows[1]?.key);
    }
    const differing = both.filter(([a, b]) => a?.value !== b?.value);
    expect(differing.length).toBeGreaterThan(both.length / 2);
  });

  it("proves the authors in rooms by occupant-id", () => {
    const salts = new Map(
      setting("config")
        .filter((s) => s.key === "_data")
        .map((s) => [s.user, String(JSON.parse(s.value).occupant_id_salt)]),
    );
    const people = setting("config").filter((s) => s.key.includes("@"));
    const ids = new Map(
      people.map((s) => [
        `${s.user} ${createHmac("sha256", s.key).update(salts.get(s.user)!).digest("base64")}`,
        s.key,
      ]),
    );
    let proven = 0;
    for (const { row, facts } of read) {
      if (row.store !== "muc_log" || !facts?.occupantId) continue;
      const jid = ids.get(`${row.user} ${facts.occupantId}`);
      expect(jid, `${row.user} ${facts.from}`).toBeDefined();
      if (facts.realJid) expect(facts.realJid).toBe(jid);
      proven += 1;
    }
    expect(proven).toBeGreaterThan(8_000);
  });

  it("counts sort_id in the order of time, and keys are unique per owner and store", () => {
    const keys = new Set<string>();
    demo.archive.forEach((row, i) => {
      expect(row.sort_id).toBe(i + 1);
      expect(row.when).toBeGreaterThanOrEqual(demo.archive[i - 1]?.when ?? 0);
      keys.add(`${row.host} ${row.user} ${row.store} ${row.key}`);
    });
    expect(keys.size).toBe(demo.archive.length);
    const settings = demo.settings.map((s) => `${s.host} ${s.user} ${s.store} ${s.key}`);
    expect(new Set(settings).size).toBe(settings.length);
  });

  it("knows the ways in which history is missing", () => {
    const owns = (user: string) => messages.some((row) => row.user === user);
    const tombstone = setting("tombstones")[0];
    expect(tombstone && owns(tombstone.key)).toBe(false);
    expect(messages.some((row) => row.with.startsWith(`${tombstone?.key}@`))).toBe(true);
    const off = setting("config").filter(
      (s) => s.key === "_data" && s.value.includes('"archiving":false'),
    );
    expect(off).toHaveLength(1);
    const smart = setting("accounts")
      .map((s) => s.user)
      .filter((user) => !owns(user));
    expect(smart.length).toBeGreaterThan(0);
    expect(demo.archive.filter((row) => row.store === "offline").length).toBeGreaterThan(20);
    expect(setting("archive_prefs").some((s) => s.type === "boolean" && s.value === "false")).toBe(
      true,
    );
  });
});

describe("time", { timeout: 60_000 }, () => {
  const hash = (rows: ArchiveRow[]) =>
    createHash("sha256").update(JSON.stringify(rows)).digest("hex");

  it("gives the same rows for the same time", () => {
    expect(hash(generate(NOW).archive)).toBe(hash(demo.archive));
  });

  it("moves everything by whole weeks", () => {
    const later = generate(new Date(NOW.getTime() + 3 * WEEK_MS));
    const shifted = (row: ArchiveRow) => ({ ...row, when: row.when + 3 * 7 * 86_400 });
    expect(later.archive).toHaveLength(demo.archive.length);
    const differing = later.archive.filter(
      (row, i) => JSON.stringify(row) !== JSON.stringify(shifted(demo.archive[i]!)),
    );
    for (const row of differing)
      expect(readStanza(row.value).facts?.moderation?.inPlace).toBe(true);
  });

  it("only grows within a week, and always ends within the hour before now", () => {
    for (const iso of ["2031-05-12T00:00:00Z", "2031-05-18T23:59:59Z"]) {
      const now = new Date(iso);
      const { archive } = generate(now);
      const newest = archive.at(-1)?.when ?? 0;
      expect(newest).toBeLessThanOrEqual(secondsOf(now));
      expect(newest).toBeGreaterThan(secondsOf(now) - 3600);
      const shared = Math.min(archive.length, demo.archive.length);
      expect(hash(archive.slice(0, shared))).toBe(hash(demo.archive.slice(0, shared)));
    }
  });
});
