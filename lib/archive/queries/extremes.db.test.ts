import { beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/lib/testing/database";
import { testGrant } from "@/lib/testing/grants";
import { indexAll } from "@/lib/testing/stages";
import { MAX_SATELLITES } from "../criteria";
import { browseMessage, findMessageOwner } from "./message";
import { getOwner } from "./owner";
import { browseTranscript } from "./transcript";

const grant = testGrant("archive.browse", ["support"]);
const anna = { host: "one.example", user: "anna" };
const newest = { ...anna, peer: null, place: { kind: "newest" }, limit: 100 } as const;

describe("an archive at its limits", () => {
  const database = useTestDatabase({ adopted: true });
  const add = (key: string, when: number, store: string, value: string) =>
    database.prosody()`
      insert into prosodyarchive (host, "user", store, key, "when", "with", type, value)
      values ('one.example', 'anna', ${store}, ${key}, ${when}, 'bo@one.example', 'xml', ${value})
      returning sort_id::int as id`;

  beforeAll(async () => {
    await add("k-0", 1_700_000_000, "archive", message("liked", "<body>liked by many</body>"));
    await database.prosody()`
      insert into prosodyarchive (host, "user", store, key, "when", "with", type, value)
      select 'one.example', 'anna', 'archive', 'r-' || n, 1700000000 + n, 'bo@one.example', 'xml',
        '<message from="bo@one.example/a" to="anna@one.example" type="chat" id="m-' || n || '">'
          || '<received xmlns="urn:xmpp:receipts" id="liked"/></message>'
      from generate_series(1, ${MAX_SATELLITES + 500}) n`;
    await add("broken", 1_800_000_000, "archive", "<message><body>no end");
    await add("o-1", 1_800_000_001, "offline", message("off", "<body>not yet delivered</body>"));
    await indexAll();
  });

  const message = (id: string, inside: string) =>
    `<message from="anna@one.example/x" to="bo@one.example" type="chat" id="${id}">${inside}</message>`;

  it("reads a bounded number of rows for one message, and says so", async () => {
    const page = await browseTranscript(grant, { ...newest, place: { kind: "oldest" }, limit: 1 });
    expect(page.foldCut).toBe(true);
    expect(page.messages).toHaveLength(1);
    expect(page.messages[0]?.receipts).toHaveLength(MAX_SATELLITES);
    // The newest are kept.
    expect(page.messages[0]?.receipts.at(-1)?.stamp).toBe(1_700_000_000 + MAX_SATELLITES + 500);
  });

  it("leaves rows out where they fold into a message of another page", async () => {
    const page = await browseTranscript(grant, { ...newest, limit: 50 });
    expect(page.rows).toBe(50);
    expect(page.messages.map((it) => it.kind)).toEqual(["other"]);
  });

  it("shows a row that cannot be read, and does not say why without a reading", async () => {
    const page = await browseTranscript(grant, { ...newest, limit: 1 });
    const [row] = page.messages;
    expect(row).toMatchObject({
      kind: "other",
      broken: { raw: { closed: true, characters: "<message><body>no end".length } },
    });
    const detail = await browseMessage(grant, await findMessageOwner(grant, row!.rowId));
    expect(detail.message.broken).toEqual(row?.broken);
  });

  it("shows offline rows apart and never among the others", async () => {
    const offline = await browseTranscript(grant, { ...newest, offline: true });
    expect(offline.messages.map((it) => it.archiveId)).toEqual(["o-1"]);
    expect(offline.partial).toBe(false);
    const all = await browseTranscript(grant, newest);
    expect(all.messages.map((it) => it.archiveId)).not.toContain("o-1");
    const detail = await browseMessage(
      grant,
      await findMessageOwner(grant, offline.messages[0]!.rowId),
    );
    expect(detail).toMatchObject({ owner: { store: "offline" }, before: [], after: [] });
    const { stores } = await getOwner(grant, anna);
    expect(stores.map((it) => it.what).sort()).toEqual(["messages", "offline"]);
  });

  it("forgets a row in the moment Prosody deletes it", async () => {
    await database.prosody()`delete from prosodyarchive where key = 'broken'`;
    const page = await browseTranscript(grant, { ...newest, limit: 1 });
    expect(page.messages.map((it) => it.archiveId)).not.toContain("broken");
  });
});
