import { describe, expect, test } from "vitest";
import { pools } from "@/lib/db/pools";
import { detectLayout } from "@/lib/prosody/layouts/detect";
import { useTestDatabase } from "@/lib/testing/database";
import { expectTrueProjection } from "@/lib/testing/expect-true";
import { prosodyStatements as prosody } from "@/lib/testing/prosody-statements";
import { indexSteps } from "@/lib/testing/stages";
import { describeLockHolder, describeOldestWriter } from "./blockers";
import { Indexer } from "./indexer";
import { Occupants } from "./occupants";
import { prepare } from "./prepare";
import { walkBySortId } from "./read-rows";
import { readState } from "./state";
import { projectionStatus } from "./status";
import { underLock, writePrepared } from "./write-batch";

const database = useTestDatabase({ fixture: "prosody-0.12", indexed: true });

const isTrue = () => expectTrueProjection(database);
const has = async (id: number) => {
  const rows = await database.superuser()`select from console.message where sort_id = ${id}`;
  return rows.length === 1;
};

describe("Prosody's own statements keep the projection true", () => {
  test("new messages, and new rows of stores that are only counted", async () => {
    const sql = database.prosody();
    await prosody.append(sql, { host: "new.example", body: "first of a new host" });
    await prosody.append(sql, { store: "pep_urn:xmpp:mds", key: "current", value: "<x/>" });
    await prosody.append(sql, { store: "pep_urn:xmpp:mds", key: "current", value: "<xy/>" });
    await prosody.append(sql, { value: "<message><broken" });
    await isTrue();
  });

  test("the same key again replaces the row", async () => {
    const sql = database.prosody();
    const before = await prosody.append(sql, { key: "again", when: 1_500_000_000 });
    await isTrue();
    const after = await prosody.append(sql, { key: "again", body: "second" });
    expect(await has(before)).toBe(false);
    await isTrue();
    expect(await has(after)).toBe(true);
  });

  test("a message in place of another is out of the projection in the same moment", async () => {
    const sql = database.prosody();
    const [row] = await sql<{ id: string; key: string; user: string; host: string }[]>`
      select sort_id as id, key, "user", host from prosodyarchive where store = 'muc_log'
      and value like '%<body>%' order by sort_id limit 1`;
    if (!row) throw new Error("the fixture has room messages");
    const value =
      "<message type='groupchat'><moderated xmlns='urn:xmpp:message-moderate:0' by='x'><retracted stamp='2026-01-01T00:00:00Z' xmlns='urn:xmpp:message-retract:0'/></moderated></message>";
    await prosody.set(sql, { ...row, store: "muc_log", value });
    expect(await has(Number(row.id))).toBe(false);
    await isTrue();
    expect(await has(Number(row.id))).toBe(true);
  });

  test("expiry of everybody at once, item limit, deletion of an account", async () => {
    const sql = database.prosody();
    const [middle] = await sql<{ when: number }[]>`
      select "when" from prosodyarchive where host = 'chat.example' order by "when" offset 3000 limit 1`;
    await prosody.expire(sql, "chat.example", "archive", middle?.when ?? 0);
    await isTrue();
    await prosody.truncateTo(sql, "chat.example", "bob", "archive", 100);
    await prosody.purgeUser(sql, "chat.example", "alice");
    const [left] = await database.superuser()`
      select count(*)::int as n from console.message m join console.owner o on o.id = m.owner_id
      where o."user" = 'alice'`;
    expect(left).toEqual({ n: 0 });
    await isTrue();
    const owners = await database.superuser()`select from console.owner where "user" = 'alice'`;
    expect(owners).toHaveLength(0);
  });
});

describe("whatever happens while the indexer runs", () => {
  test("a transaction that commits behind others is not lost", async () => {
    const late = await database.prosody().reserve();
    await late`begin`;
    const first = await prosody.append(late, { body: "stored first, committed last" });
    const second = await prosody.append(database.prosody(), { body: "stored last" });
    await indexSteps(6);
    expect(await has(second)).toBe(false);
    await late`commit`;
    late.release();
    await isTrue();
    expect(await has(first)).toBe(true);
    expect(await has(second)).toBe(true);
  });

  test("a row that comes too late for the horizon is found by the scan of the last numbers", async () => {
    const sql = database.prosody();
    const [drawn] = await sql<{ id: number }[]>`
      select nextval('prosodyarchive_sort_id_seq')::float8 as id`;
    await prosody.append(sql, { body: "a later number" });
    await isTrue();
    await sql`insert into prosodyarchive (sort_id, host, "user", store, key, "when", "with", type, value)
      values (${drawn?.id ?? 0}, 'a.example', 'anna', 'archive', 'late', 1, 'b@c', 'xml', '<message/>')`;
    await isTrue();
    expect(await has(drawn?.id ?? 0)).toBe(true);
  });

  test("rolled back: neither rows nor deletes nor changes count", async () => {
    const sql = database.prosody();
    const undo = new Error("undo");
    await expect(
      sql.begin(async (tx) => {
        await prosody.append(tx, { body: "never" });
        await prosody.purgeUser(tx, "corp.example", "mallory");
        throw undo;
      }),
    ).rejects.toBe(undo);
    await isTrue();
  });

  test("a delete under way keeps the indexer from writing, and it says who", async () => {
    const deleter = await database.prosody().reserve();
    await deleter`begin`;
    await prosody.purgeUser(deleter, "corp.example", "nadia");
    await database.superuser()`insert into console.dirty select min(sort_id) from console.message`;
    const indexer = new Indexer(pools().jobs, { settleSeconds: 0 });
    const results = [await indexer.step(), await indexer.step()];
    const [{ pid } = { pid: 0 }] = await deleter<{ pid: number }[]>`select pg_backend_pid() as pid`;
    const words = await describeLockHolder(pools().jobs);
    const writer = await describeOldestWriter(pools().jobs);
    await deleter`commit`;
    deleter.release();
    expect(results).toEqual(["busy", "busy"]);
    expect(words).toContain(`process ${pid}, database ${database.name()}, login prosody`);
    expect(writer).toMatch(/process \d+/);
    await isTrue();
    expect(await describeLockHolder(pools().jobs)).toBeNull();
  });

  test("rows deleted or changed between being read and being written", async () => {
    await isTrue();
    const sql = database.prosody();
    const keys = ["stays", "goes", "changes", "changes twice"];
    for (const key of keys) await prosody.append(sql, { key, body: key });
    const { jobs } = pools();
    const layout = await detectLayout(jobs);
    if (!layout) throw new Error("no layout");
    const state = await readState(jobs);
    const range = { after: state.watermark, to: 1e15, limit: 1_000 };
    const { rows } = await walkBySortId(jobs, layout, range);
    expect(rows).toHaveLength(keys.length);
    const prepared = await prepare(rows, new Occupants(jobs, layout));
    await sql`delete from prosodyarchive where key = 'goes'`;
    const owner = { host: "a.example", user: "anna", store: "archive" };
    for (const key of ["changes", "changes twice", "changes twice"]) {
      await prosody.set(sql, {
        ...owner,
        key,
        value: `<message><body>${Math.random()}</body></message>`,
      });
    }
    const outcome = await underLock(jobs, layout, {
      stillWanted: () => true,
      write: (tx) => writePrepared(tx, layout, prepared, false),
    });
    expect(outcome).toEqual({ done: "written", lines: 1 });
    await isTrue();
  });

  test("TRUNCATE builds anew", async () => {
    const sql = database.prosody();
    await sql`truncate prosodyarchive`;
    expect((await projectionStatus()).state).toBe("building");
    await prosody.append(sql, { body: "the first of a new life" });
    await isTrue();
    expect(await projectionStatus()).toMatchObject({ state: "ready", lagRows: 0 });
  });
});
