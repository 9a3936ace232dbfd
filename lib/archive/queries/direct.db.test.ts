import { beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/lib/testing/database";
import { testGrant } from "@/lib/testing/grants";
import type { Place } from "../criteria";
import { readPosition } from "../cursor";
import { listHosts } from "./hosts";
import { browseMessage, findMessageOwner } from "./message";
import { browseTranscript } from "./transcript";

const grant = testGrant("archive.browse", ["support"]);
const anna = { host: "one.example", user: "anna" };
const DAY = 1_700_000_000;

/** `id` 0 is anna's first to bo, written in the same second as a day's other rows begin. */
const stanza = (id: string, to: string) =>
  `'<message from="anna@one.example/x" to="${to}@one.example" type="chat" id="' || ${id} || '"><body>hello ' || ${id} || '</body></message>'`;

describe("a person of many conversations, in the reference layout without the index", () => {
  const database = useTestDatabase({ fixture: "reference" });

  beforeAll(async () => {
    const add = (to: string, from: number, count: number) =>
      database.prosody().unsafe(`
        insert into prosodyarchive (host, "user", store, key, type, value, when_col)
        select 'one.example', 'anna', 'archive', '${to}-' || (${from} + n), 'xml',
          ${stanza("n", to)}, ${DAY} + ${from} + n from generate_series(0, ${count - 1}) n`);
    await add("bo", 0, 3);
    await add("cy", 10, 12_000);
    await add("bo", 20_000, 2);
  });

  it("says of a conversation that there is more, until the archive's end was looked at", async () => {
    const found: string[] = [];
    let place: Place = { kind: "newest" };
    let pages = 0;
    for (; pages < 20; pages += 1) {
      const page = await browseTranscript(grant, {
        ...anna,
        peer: "bo@one.example",
        place,
        limit: 50,
      });
      found.unshift(...page.messages.map((it) => it.archiveId));
      if (page.older === null) break;
      place = { kind: "before", position: readPosition(page.older) };
    }
    expect(found).toEqual(["bo-0", "bo-1", "bo-2", "bo-20000", "bo-20001"]);
    expect(pages).toBeGreaterThan(1);
  });
});

describe("the other copy without the index", () => {
  const database = useTestDatabase({ fixture: "prosody-0.12" });
  const add = (owner: string, peer: string, count: number, when: string, id: string) =>
    database.prosody().unsafe(`
      insert into prosodyarchive (host, "user", store, key, "when", "with", type, value)
      select 'one.example', '${owner}', 'archive', '${owner}-' || ${id}, ${when}, '${peer}@one.example',
        'xml', ${stanza(id, "bo")} from generate_series(0, ${count - 1}) n
      returning sort_id::int as id`) as Promise<{ id: number }[]>;

  it("is found behind a thousand rows of the same day", async () => {
    const rows = await add("anna", "bo", 1_000, `${DAY} + n * 40`, "'d-' || n");
    await add("bo", "anna", 1_000, `${DAY} + n * 40`, "'d-' || n");
    const detail = await browseMessage(grant, await findMessageOwner(grant, rows.at(-1)!.id));
    expect(detail.otherCopy).toMatchObject({ ...anna, user: "bo" });
  });

  it("is not said to be missing where not everything could be looked at", async () => {
    const [late] = await add("anna", "bo", 1, String(DAY + 90_000), "'late'");
    await add("bo", "anna", 300, String(DAY + 90_000), "'other-' || n");
    expect(await browseMessage(grant, await findMessageOwner(grant, late!.id))).toMatchObject({
      otherCopy: null,
      otherCopyCut: true,
    });
    const [alone] = await add("anna", "bo", 1, String(DAY + 900_000), "'alone'");
    expect(await browseMessage(grant, await findMessageOwner(grant, alone!.id))).toMatchObject({
      otherCopy: null,
      otherCopyCut: false,
      otherSideHere: true,
    });
  });
});

describe.each(["prosody-0.12", "reference"] as const)(
  "hosts of %s without the index",
  (fixture) => {
    useTestDatabase({ fixture });

    it("leaves out a host that holds uploads and no messages", async () => {
      const hosts = await listHosts(grant);
      expect(hosts.map((it) => it.host).sort()).toEqual([
        "chat.example",
        "corp.example",
        "rooms.chat.example",
      ]);
    });
  },
);
