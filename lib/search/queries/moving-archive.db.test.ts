import type { ReservedSql, Sql } from "postgres";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { openReveal, type Reading } from "@/lib/auth/reading";
import { useTestDatabase } from "@/lib/testing/database";
import { expectTrueProjection } from "@/lib/testing/expect-true";
import { testGrant } from "@/lib/testing/grants";
import { prosodyStatements as prosody } from "@/lib/testing/prosody-statements";
import { withSecret } from "@/lib/testing/secret";
import { indexAll, indexSteps } from "@/lib/testing/stages";
import { parseQuery } from "../language/parse-query";
import { countMatches } from "./count";
import { matchesByMonth } from "./months";
import { searchMessages } from "./search";

// What a search says of an archive that others write, change and empty all the while.

const database = useTestDatabase({ indexed: true });
withSecret();

const grant = testGrant("search.text", ["compliance"]);
const NOON = 1_700_000_000;
let readings: Reading[];

beforeAll(async () => {
  const request = { host: null, user: null, reason: "an archive that moves" };
  readings = [await openReveal(testGrant("archive.read", ["compliance"]), request)];
});

const asked = (text: string) =>
  ({
    query: parseQuery(text),
    zone: "UTC",
    order: "oldest",
    before: null,
    limit: 50,
    copies: "rows",
  }) as const;

async function find(text: string) {
  const { hits, searched } = await searchMessages(grant, readings, asked(text));
  const lines = hits.map(({ line: { message } }) => message);
  const texts = lines.map((it) => (it.text?.closed === false ? it.text.text : null));
  return { ids: lines.map((it) => it.rowId), texts, searched };
}

const idsOf = async (text: string) => (await find(text)).ids;
const count = async (text: string) =>
  (await countMatches({ grant, readings }, asked(text), { exact: true })).count;

const open = new Set<ReservedSql>();

async function begin(sql: Sql): Promise<ReservedSql> {
  const session = await sql.reserve();
  open.add(session);
  await session`begin`;
  return session;
}

async function end(session: ReservedSql, how: "commit" | "rollback"): Promise<void> {
  open.delete(session);
  await session.unsafe(how).finally(() => session.release());
}

afterEach(async () => {
  for (const session of open) await end(session, "rollback");
});

/** Every line of the index that has this word, whatever a search says; by the index and by all rows. */
async function linesWith(sql: Pick<ReservedSql, "unsafe">, word: string): Promise<number[]> {
  const lines = [];
  for (const way of ["enable_seqscan", "enable_bitmapscan"]) {
    await sql.unsafe(`set local ${way} = off`);
    const rows = await sql.unsafe(`select from console.message where tsv @@ '${word}'`);
    await sql.unsafe(`set local ${way} = on`);
    lines.push(rows.length);
  }
  return lines;
}

describe("writers whose numbers and commits come in different orders", () => {
  /** Small: the writer stores a message; great: it commits; with an exclamation mark: it gives up. */
  const ORDERS = [
    "a b B A",
    "a b a b B A",
    "a b b a B A",
    "a b c C B A",
    "a b c B C A",
    "a b B c C A",
    "a b B c b C B A",
    "a b c !b C A",
    "a b !a B",
    "a b B a c A C",
  ];

  test.each(ORDERS.map((order, at) => ({ order, word: `interleaving${at}` })))(
    "$order",
    async ({ order, word }) => {
      const writers = new Map<string, { sql: ReservedSql; stored: Map<number, string> }>();
      const committed = new Map<number, string>();
      let sent = 0;
      for (const step of order.split(" ")) {
        const name = step.replace("!", "").toLowerCase();
        const writer = writers.get(name) ?? {
          sql: await begin(database.prosody()),
          stored: new Map(),
        };
        writers.set(name, writer);
        if (step === name) {
          sent += 1;
          const body = `${word} of ${name}, sent as number ${sent}`;
          const row = { user: `writer-${name}`, body, when: NOON + sent };
          writer.stored.set(await prosody.append(writer.sql, row), body);
        } else {
          const how = step.startsWith("!") ? "rollback" : "commit";
          await end(writer.sql, how);
          if (how === "commit") for (const it of writer.stored) committed.set(...it);
          writers.delete(name);
        }
        await indexSteps(4);
        const { ids, searched } = await find(word);
        expect(ids.filter((id) => !committed.has(id))).toEqual([]);
        // What is committed and not found yet is told.
        if (ids.length < committed.size) expect(searched.lagRows).toBeGreaterThan(0);
      }
      expect(writers.size).toBe(0);
      await expectTrueProjection(database);
      const { ids, texts, searched } = await find(word);
      const inOrder = [...committed].sort(
        ([, one], [, other]) => Number(one.split(" ").at(-1)) - Number(other.split(" ").at(-1)),
      );
      expect(ids).toEqual(inOrder.map(([id]) => id));
      expect(texts).toEqual(inOrder.map(([, body]) => body));
      expect(searched.lagRows).toBe(0);
    },
  );
});

describe("messages changed in place", () => {
  const room = { host: "rooms.example", user: "hall", store: "muc_log" };
  const stanza = (content: string) =>
    `<message type='groupchat' from='hall@rooms.example/Zoe'>${content}</message>`;
  const say = (key: string, body: string) =>
    prosody.append(database.prosody(), {
      ...room,
      key,
      when: NOON,
      value: stanza(`<body>${body}</body>`),
    });
  const MODERATED = stanza(
    "<moderated xmlns='urn:xmpp:message-moderate:0' by='x'><retracted stamp='2026-01-01T00:00:00Z' xmlns='urn:xmpp:message-retract:0'/></moderated>",
  );

  test("the words are gone with the commit, whoever commits first, and the new ones come", async () => {
    const first = await say("m1", "outrageous one");
    const second = await say("m2", "outrageous two");
    await indexAll();
    expect(await idsOf("outrageous")).toEqual([first, second]);
    const late = await begin(database.prosody());
    await prosody.set(late, { ...room, key: "m1", value: MODERATED });
    const third = await prosody.append(late, { ...room, body: "outrageous three", when: NOON + 1 });
    await prosody.set(database.prosody(), {
      ...room,
      key: "m2",
      value: stanza("<body>mild</body>"),
    });
    await indexSteps(4);
    expect(await idsOf("outrageous")).toEqual([first]);
    await end(late, "commit");
    // Not one step of the indexer since.
    expect((await idsOf("outrageous")).filter((id) => id !== third)).toEqual([]);
    expect(await database.superuser().begin((tx) => linesWith(tx, "outrageous"))).toEqual([0, 0]);
    await expectTrueProjection(database);
    expect(await idsOf("outrageous")).toEqual([third]);
    expect(await idsOf("mild")).toEqual([second]);
    expect(await idsOf("is:retracted in:hall@rooms.example")).toEqual([first]);
  });
});

describe("messages deleted", () => {
  const owner = { host: "gone.example", user: "gina", store: "archive" };
  const WAYS: Record<string, (sql: ReservedSql, key: string) => PromiseLike<unknown>> = {
    "by its key": (sql, key) => sql`delete from prosodyarchive where key = ${key}`,
    "for one of the same key": (sql, key) =>
      prosody.append(sql, { ...owner, key, when: NOON, body: "another" }),
    "by expiry": (sql) => prosody.expire(sql, owner.host, owner.store, NOON),
    "with the account": (sql) => prosody.purgeUser(sql, owner.host, owner.user),
    "by the limit of items": (sql) =>
      prosody.truncateTo(sql, owner.host, owner.user, owner.store, 0),
    "within a larger statement": (sql, key) => sql`
      with gone as (delete from prosodyarchive where key = ${key} returning *) select count(*) from gone`,
  };
  const WHO = ["prosody", "postgres", "test_stranger"];
  /** Somebody who was given Prosody's table, and nothing of the console's. */
  beforeAll(async () => {
    const sql = database.superuser();
    await sql`create role test_stranger`;
    await sql`grant select, insert, delete on prosodyarchive to test_stranger`;
    await sql`grant usage on sequence prosodyarchive_sort_id_seq to test_stranger`;
  });

  const cases = Object.keys(WAYS).flatMap((way) => WHO.map((who) => ({ way, who })));

  test.each(cases)(
    "$way, by $who: out of the index in the same transaction",
    async ({ way, who }) => {
      const word = `doomed${cases.findIndex((it) => it.way === way && it.who === who)}`;
      const id = await prosody.append(database.prosody(), {
        ...owner,
        key: word,
        when: NOON,
        body: word,
      });
      await indexAll();
      expect(await idsOf(word)).toEqual([id]);
      for (const how of ["rollback", "commit"] as const) {
        const deleter = await begin(database.superuser());
        expect(await linesWith(deleter, word)).toEqual([1, 1]);
        await deleter.unsafe(`set local role ${who}`);
        await WAYS[way]?.(deleter, word);
        await deleter`reset role`;
        expect(await linesWith(deleter, word)).toEqual([0, 0]);
        expect(await idsOf(word), "nobody else knows yet").toEqual([id]);
        await end(deleter, how);
        expect(await idsOf(word)).toEqual(how === "commit" ? [] : [id]);
        expect(await count(word)).toBe(how === "commit" ? 0 : 1);
      }
      await expectTrueProjection(database);
      expect(await idsOf(word)).toEqual([]);
    },
  );

  test("TRUNCATE: nothing is found, counted or charted from then on, until there is something", async () => {
    await prosody.append(database.prosody(), { ...owner, when: NOON, body: "emptied" });
    await indexAll();
    expect(await count("emptied")).toBe(1);
    await database.prosody()`truncate prosodyarchive`;
    // Not one step of the indexer since.
    const { ids, searched } = await find("emptied");
    expect(ids).toEqual([]);
    expect(searched.building).toMatchObject({ builtRows: 0 });
    expect(await count("emptied")).toBe(0);
    const { months } = await matchesByMonth({ grant, readings }, asked("emptied"));
    expect(months).toEqual([]);
    const id = await prosody.append(database.prosody(), {
      ...owner,
      when: NOON,
      body: "emptied no more",
    });
    await expectTrueProjection(database);
    expect(await idsOf("emptied")).toEqual([id]);
    expect(await count("emptied")).toBe(1);
  });
});
