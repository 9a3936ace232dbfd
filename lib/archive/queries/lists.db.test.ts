import { describe, expect, it } from "vitest";
import { useTestDatabase } from "@/lib/testing/database";
import { testGrant } from "@/lib/testing/grants";
import { listConversations } from "./conversations";
import { listHosts } from "./hosts";
import { browseMessage, findMessageOwner } from "./message";
import { getOwner } from "./owner";
import { listOwners } from "./owners";
import type { OwnerSort } from "./projected-owners";
import { browseTranscript } from "./transcript";

const grant = testGrant("archive.browse", ["support"]);
const alice = { host: "chat.example", user: "alice" };

describe.each([
  { fixture: "prosody-0.12", indexed: true },
  { fixture: "prosody-0.12", indexed: false },
  { fixture: "reference", indexed: true },
  { fixture: "reference", indexed: false },
] as const)("lists of $fixture, projection $indexed", ({ fixture, indexed }) => {
  const database = useTestDatabase({ fixture, indexed });
  const stored = () => database.superuser()<
    { host: string; user: string; store: string; rows: number; bytes: number }[]
  >`
    select host, "user", store, count(*)::int as rows, sum(octet_length(value))::int as bytes
    from prosodyarchive where store in ('archive', 'muc_log') group by 1, 2, 3`;

  const pageThrough = async (sort: OwnerSort, filter: string, limit: number) => {
    const owners = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof listOwners>> = await listOwners(grant, {
        host: null,
        filter,
        sort,
        after,
        limit,
      });
      owners.push(...page.owners);
      after = page.next;
    } while (after !== null);
    return owners;
  };

  it.each(["rows", "bytes", "last", "user"] as const)(
    "gives every owner once by %s",
    async (sort) => {
      const expected = await stored();
      const owners = await pageThrough(sort, "", 3);
      const names = owners.map((it) => `${it.jid} ${it.store}`);
      expect(names.toSorted()).toEqual(
        expected.map((it) => `${it.user}@${it.host} ${it.store}`).toSorted(),
      );
      if (!indexed) return;
      const values = owners.map(
        (it) => ({ rows: it.rows, bytes: it.sizeBytes, last: it.last })[sort as "rows"],
      );
      if (sort !== "user") expect(values).toEqual(values.toSorted((a, b) => b! - a!));
      const found = owners.find((it) => it.jid === "alice@chat.example");
      const line = expected.find((it) => it.user === "alice" && it.store === "archive");
      expect(found).toMatchObject({ rows: line?.rows, sizeBytes: line?.bytes, isRoom: false });
    },
  );

  it("filters by a part of the name or the host", async () => {
    const all = await stored();
    for (const part of ["LIC", "rooms.", "用户", "e@chat"]) {
      const expected = all.filter((it) => `${it.user}@${it.host}`.includes(part.toLowerCase()));
      const found = await pageThrough("user", part, 2);
      expect(found.map((it) => it.jid).toSorted()).toEqual(
        expected.map((it) => `${it.user}@${it.host}`).toSorted(),
      );
      expect(expected.length).toBeGreaterThan(0);
    }
  });

  it("knows hosts, rooms and accounts", async () => {
    const hosts = await listHosts(grant);
    expect(hosts.find((it) => it.host === "rooms.chat.example")?.rooms).toBe(true);
    expect(hosts.find((it) => it.host === "chat.example")?.rooms).toBe(false);
    const owner = await getOwner(grant, alice);
    expect(owner).toMatchObject({ jid: "alice@chat.example", isRoom: false, hasAccount: true });
    expect(owner.stores.find((it) => it.store === "archive")?.what).toBe("messages");
    expect(owner.stores.some((it) => it.what === "other")).toBe(true);
    const room = await getOwner(grant, { host: "rooms.chat.example", user: "general" });
    expect(room).toMatchObject({ isRoom: true, hasAccount: null });
    const nobody = getOwner(grant, { host: "chat.example", user: "nobody" });
    await expect(nobody).rejects.toMatchObject({ code: "not-found" });
  });

  it("gives every conversation once, the latest first", async () => {
    const found = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof listConversations>> = await listConversations(grant, {
        ...alice,
        limit: 4,
        after,
      });
      found.push(...page.conversations);
      after = page.next;
    } while (after !== null);
    if (fixture === "reference" && !indexed) {
      expect(found).toMatchObject([{ peer: null, rows: null }]);
      return;
    }
    if (fixture === "prosody-0.12") {
      const expected = await database.superuser()<{ peer: string; rows: number; last: number }[]>`
        select "with" as peer, count(*)::int as rows, max("when") as last from prosodyarchive
        where host = 'chat.example' and "user" = 'alice' and store = 'archive' group by 1`;
      expect(found.map((it) => it.peer).toSorted()).toEqual(
        expected.map((it) => it.peer).toSorted(),
      );
      for (const it of found) {
        const line = expected.find((other) => other.peer === it.peer);
        expect(it).toMatchObject({ rows: indexed ? line?.rows : null, last: line?.last });
      }
    }
    const lasts = found.map((it) => it.last ?? 0);
    expect(lasts).toEqual(lasts.toSorted((a, b) => b - a));
    expect(found.every((it) => it.lastKind !== null)).toBe(true);
    expect(found.find((it) => it.peer === "alice@chat.example")?.self ?? true).toBe(true);
    expect(found.some((it) => it.room)).toBe(true);
  });

  it("finds the other copy of a message, its context and its columns", async () => {
    const row = await database.superuser()<{ key: string; value: string }[]>`
      select key, value from prosodyarchive where host = 'chat.example' and "user" = 'alice'
        and store = 'archive' and value like '%jmi-propose%'`;
    expect(row).toHaveLength(1);
    const rowId = await idOf(row[0]!.key);
    expect(await findMessageOwner(grant, rowId)).toEqual({ ...alice, store: "archive", rowId });
    const detail = await browseMessage(grant, await findMessageOwner(grant, rowId));
    expect(detail).toMatchObject({
      rowId,
      owner: { jid: "alice@chat.example" },
      peer: "bob@chat.example",
      message: { kind: "call" },
      otherSideHere: true,
      raw: { closed: true },
    });
    expect(detail.columns.map((it) => it.name)).toContain(
      fixture === "reference" ? "when_col" : "with",
    );
    expect(detail.otherCopyCut).toBe(false);
    expect(detail.otherCopy).toMatchObject({ user: "bob", host: "chat.example" });
    expect(detail.before.length + detail.after.length).toBeGreaterThan(5);
    const back = await browseMessage(grant, await findMessageOwner(grant, detail.otherCopy!.rowId));
    expect(back.otherCopy?.rowId).toBe(rowId);
  });

  it("folds into a message what its transcript folds, whichever of its rows is asked for", async () => {
    const [answer] = await database.superuser()<{ key: string }[]>`
      select key from prosodyarchive where host = 'chat.example' and "user" = 'alice'
        and store = 'archive' and value like '%urn:xmpp:message-correct:0%' order by "key" limit 1`;
    const rowId = await idOf(answer!.key);
    const detail = await browseMessage(grant, await findMessageOwner(grant, rowId));
    const place = { kind: "row", rowId } as const;
    const page = await browseTranscript(grant, { ...alice, peer: detail.peer, place, limit: 40 });
    const inList = page.messages.find((it) => it.rowIds.includes(rowId));
    expect(detail.message).toEqual(inList);
    expect(detail.message.rowIds.length).toBeGreaterThan(1);
    expect(detail.partial).toBe(!indexed);
  });

  it("answers an unknown id, and one of a store without messages, alike", async () => {
    const [pep] = await database.superuser()<{ key: string }[]>`
      select key from prosodyarchive where store like 'pep\\_%' limit 1`;
    const nowhere = await findMessageOwner(grant, 4_000_000_000_000).catch((it: Error) => it);
    const hidden = await findMessageOwner(grant, await idOf(pep!.key)).catch((it: Error) => it);
    expect(nowhere).toMatchObject({ code: "not-found" });
    expect(hidden).toEqual(nowhere);
  });

  async function idOf(key: string): Promise<number> {
    const expression =
      fixture === "reference"
        ? `('x'||substr(md5(concat_ws(chr(31),host,"user",store,key)),1,13))::bit(52)::bigint`
        : "sort_id";
    const [row] = await database.superuser()<{ id: number }[]>`
      select ${database.superuser().unsafe(expression)}::float8 as id
      from prosodyarchive where key = ${key}`;
    return row!.id;
  }
});
