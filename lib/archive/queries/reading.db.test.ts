import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { openReveal, type Reading } from "@/lib/auth/reading";
import { useTestDatabase } from "@/lib/testing/database";
import { testGrant } from "@/lib/testing/grants";
import type { Said } from "../views";
import { listConversations } from "./conversations";
import { shownRows } from "./fold-page";
import { findMessageOwner, readMessage } from "./message";
import { browseTranscript, readTranscript } from "./transcript";

const browse = testGrant("archive.browse", ["compliance"]);
const read = testGrant("archive.read", ["compliance"]);
const alice = { host: "chat.example", user: "alice" };
const criteria = { ...alice, peer: null, place: { kind: "newest" }, limit: 100 } as const;

const database = useTestDatabase({ fixture: "prosody-0.12", indexed: true });

type Entry = { seq: number; action: string; phase: string; subject: string; details: Details };
type Details = { rows?: number; idsHash?: string; reading?: string };

async function trail(): Promise<Entry[]> {
  const rows = await database.superuser()<{ seq: number; canonical: string }[]>`
    select seq::int, canonical from console.audit_entry order by seq`;
  return rows.map(({ seq, canonical }) => ({ ...JSON.parse(canonical), seq }) as Entry);
}

/** In characters; of a closed text nothing. */
function lengthOf(said: Said | null): number {
  return said && !said.closed ? [...said.text].length : 0;
}

function openAlice(): Promise<Reading> {
  return openReveal(read, { ...alice, reason: "a test of what is read" });
}

describe("a transcript under a reading", () => {
  it("has its words, and asked and answered are on the trail", async () => {
    const reading = await openAlice();
    const page = await readTranscript(read, reading, criteria);
    const closed = await browseTranscript(browse, criteria);
    expect(page.messages.map((it) => it.rowId)).toEqual(closed.messages.map((it) => it.rowId));
    expect(page.messages.some((it) => it.text && !it.text.closed && it.text.text.length > 3)).toBe(
      true,
    );
    expect(page.reading).toMatchObject({ id: reading.id, reason: "a test of what is read" });
    const entries = (await trail()).filter((it) => it.action === "archive.read");
    expect(entries).toMatchObject([
      { phase: "asked", subject: "alice@chat.example", details: { reading: reading.id } },
      { phase: "answered", subject: "alice@chat.example" },
    ]);
    const ids = shownRows(page.messages);
    expect(entries[1]?.details.rows).toBe(ids.length);
    expect(entries[1]?.details.idsHash).toMatch(/^[0-9a-f]{64}$/);
    expect(ids.length).toBeGreaterThanOrEqual(100);
  });

  it("cuts long bodies in lists and shows them whole on their own page", async () => {
    const rowOf = async (id: string) => {
      const [row] = await database.superuser()<{ rowId: number }[]>`
        select sort_id::int as "rowId" from prosodyarchive
        where "user" = 'alice' and store = 'archive' and value like ${`%id='${id}'%`}`;
      return row!.rowId;
    };
    const reading = await openAlice();
    const list = async (rowId: number) => {
      const place = { kind: "row", rowId } as const;
      const page = await readTranscript(read, reading, { ...criteria, place, limit: 10 });
      return page.messages.find((it) => it.rowIds.includes(rowId))!;
    };
    for (const id of ["long-60000", "long-240000"]) {
      const rowId = await rowOf(id);
      const listed = await list(rowId);
      expect(listed.text).toMatchObject({ closed: false, cut: true });
      expect(listed.truncated).toBe(true);
      expect(lengthOf(listed.text)).toBe(4_000);
      const { message, raw, rawTruncated } = await readMessage(
        read,
        reading,
        await findMessageOwner(browse, rowId),
      );
      expect(message.text).toMatchObject({ closed: false, cut: false });
      expect(lengthOf(message.text)).toBeGreaterThan(4_000);
      expect(raw).toMatchObject({ closed: false, cut: false });
      expect(rawTruncated).toBe(false);
    }
  });

  it("is refused for another owner, another operator, and after its end", async () => {
    const reading = await openAlice();
    const bob = { ...criteria, user: "bob" };
    await expect(readTranscript(read, reading, bob)).rejects.toMatchObject({ code: "no-reading" });
    const other = testGrant("archive.read", ["compliance"], "somebody-else");
    await expect(readTranscript(other, reading, criteria)).rejects.toMatchObject({
      code: "no-reading",
    });
    await expect(
      listConversations(
        testGrant("archive.browse", ["admin"], "third"),
        { ...alice, limit: 5 },
        reading,
      ),
    ).rejects.toMatchObject({ code: "no-reading" });
    const past = Object.assign(Object.create(Object.getPrototypeOf(reading)), reading, {
      expiresAt: new Date(Date.now() - 1000),
    }) as Reading;
    await expect(readTranscript(read, past, criteria)).rejects.toMatchObject({
      code: "no-reading",
    });
    const foreign = await browseTranscript(browse, bob);
    await expect(
      readMessage(read, reading, await findMessageOwner(browse, foreign.messages[0]!.rowId)),
    ).rejects.toMatchObject({
      code: "no-reading",
    });
  });

  it("gives the last lines of conversations, on the trail as well", async () => {
    const reading = await openAlice();
    const before = (await trail()).length;
    const page = await listConversations(browse, { ...alice, limit: 100 }, reading);
    expect(page.conversations.some((it) => it.lastLine && !it.lastLine.closed)).toBe(true);
    expect((await trail()).slice(before).map((it) => it.phase)).toEqual(["asked", "answered"]);
  });
});

describe("when the trail cannot be written", () => {
  it("nothing is read", async () => {
    const reading = await openAlice();
    const superuser = database.superuser();
    await superuser.unsafe("alter function console.audit_append rename to audit_append_gone");
    try {
      await expect(readTranscript(read, reading, criteria)).rejects.toMatchObject({
        code: "unavailable",
      });
      await expect(
        listConversations(browse, { ...alice, limit: 5 }, reading),
      ).rejects.toMatchObject({ code: "unavailable" });
    } finally {
      await superuser.unsafe("alter function console.audit_append_gone rename to audit_append");
    }
    expect((await readTranscript(read, reading, criteria)).rows).toBe(100);
  });
});

it("names the rows by a hash anybody can compute again", async () => {
  const reading = await openAlice();
  const page = await readTranscript(read, reading, { ...criteria, limit: 5 });
  const answered = (await trail()).at(-1);
  const ids = shownRows(page.messages).join("\n");
  expect(answered?.details.idsHash).toBe(createHash("sha256").update(ids).digest("hex"));
});
