import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { adopt } from "@/lib/archive/adoption/adopt";
import { release } from "@/lib/archive/adoption/release";
import { pools } from "@/lib/db/pools";
import { useTestDatabase } from "@/lib/testing/database";
import { catalogueFingerprint } from "@/lib/testing/fingerprint";
import { testGrant } from "@/lib/testing/grants";
import { prosodyStatements as prosody } from "@/lib/testing/prosody-statements";
import { coverOf } from "./cover";
import { isHeld } from "./is-held";
import { placeHold } from "./place";
import { countHeld, getHold, listHeldDays, listHolds } from "./queries";
import { type HoldScopeInput, holdScope } from "./schema";

const database = useTestDatabase({ fixture: "prosody-0.12", indexed: true });
const placing = testGrant("hold.place");
const reading = testGrant("hold.read");
const maintain = testGrant("storage.maintain");

const place = (scope: HoldScopeInput) =>
  placeHold(placing, { scope: holdScope.parse(scope), reason: "matter 4711" });
const ALICE = { kind: "person", jid: "alice@chat.example" } as const;
const deleteAlice = "delete from prosodyarchive where host = 'chat.example' and \"user\" = 'alice'";

beforeAll(async () => {
  const sql = database.superuser();
  await sql`grant usage on schema console to prosody`;
});

afterEach(async () => {
  const sql = database.superuser();
  await sql`update console.hold set released_at = now() where released_at is null`;
});

test("a hold is in force from its commit on, has a number and is on the trail", async () => {
  const { id } = await place(ALICE);
  const hold = await getHold(reading, id);
  expect(hold).toMatchObject({ kind: "person", user: "alice", peer: null, operator: "tester" });
  expect((await listHolds(reading))[0]).toEqual(hold);
  const trail = await database.superuser()`
    select action, phase, subject from console.audit_entry order by seq desc limit 2`;
  expect(trail).toEqual(
    ["done", "asked"].map((phase) => ({
      ...{ action: "hold.place", phase, subject: "alice@chat.example" },
    })),
  );
  await expect(getHold(reading, id + 1)).rejects.toMatchObject({ code: "not-found" });
  await expect(getHold(reading, 2 ** 40)).rejects.toMatchObject({ code: "not-found" });
});

test("what it covers is counted from the index, as by looking at each row", async () => {
  const sql = database.superuser();
  const [{ rows, bytes } = { rows: 0, bytes: 0 }] = await sql<{ rows: number; bytes: number }[]>`
    select count(*)::int as rows, sum(octet_length(value))::int as bytes from prosodyarchive
    where host = 'chat.example' and "user" = 'alice'`;
  expect(await coverOf(reading, holdScope.parse(ALICE))).toEqual({
    ...{ rows, bytes, owners: 1, estimate: false, wholeArchives: false },
  });
  const [{ n } = { n: 0 }] = await sql<{ n: number }[]>`
    select count(*)::int as n from prosodyarchive where store = 'archive' and
      (host = 'chat.example' and "user" = 'alice' and "with" = 'bob@chat.example' or
       host = 'chat.example' and "user" = 'bob' and "with" = 'alice@chat.example')`;
  const talk = { ...ALICE, kind: "conversation", with: "bob@chat.example" } as const;
  expect(n).toBeGreaterThan(0);
  expect(await coverOf(reading, holdScope.parse(talk))).toMatchObject({ rows: n, owners: 2 });
  const ever = { from: 0, until: 2_000_000_000 };
  expect(await coverOf(reading, holdScope.parse({ ...talk, ...ever }))).toMatchObject({ rows: n });
  expect(await coverOf(reading, holdScope.parse({ ...ALICE, ...ever }))).toMatchObject({ rows });
  const host = { kind: "host", host: "chat.example" } as const;
  const all = await coverOf(reading, holdScope.parse(host));
  const [counted] = await sql`
    select count(*)::int as rows, count(distinct "user")::int as owners
    from prosodyarchive where host = 'chat.example'`;
  expect(all).toMatchObject(counted ?? {});
  expect(await coverOf(reading, holdScope.parse({ ...host, ...ever }))).toMatchObject(
    counted ?? {},
  );
});

test("rows are copied and the statement goes through: Prosody never notices", async () => {
  const { id } = await place({ ...ALICE, from: 1_700_000_000 });
  const sql = database.prosody();
  const row = { host: "chat.example", user: "alice", key: "k1", when: 1_700_000_001 };
  await prosody.append(sql, { ...row, body: "first" });
  await prosody.set(sql, { ...row, store: "archive", value: "<message>second</message>" });
  await prosody.append(sql, { ...row, body: "third" });
  await prosody.append(sql, { ...row, key: "early", when: 1_699_999_999 });
  await sql`delete from prosodyarchive where host = 'chat.example' and key in ('k1', 'early')`;
  const kept = await database.superuser()`
    select operation, key, value ~ 'first' as first, database_user, source,
      sha256 = sha256(convert_to('7:archive' || octet_length(sort_id::text) || ':' || sort_id ||
        '12:chat.example5:alice7:archive2:k110:1700000001' || octet_length("with") || ':' || "with" ||
        '3:xml' || octet_length(value) || ':' || value, 'UTF8')) as hashed
    from console.held_row where hold_id = ${id} order by at`;
  expect(kept).toEqual([
    ...[true, false, false].map((first, n) => ({
      ...{ operation: n === 0 ? "UPDATE" : "DELETE", key: "k1", first, hashed: true },
      ...{ database_user: "prosody", source: "archive" },
    })),
  ]);
  expect(await countHeld(reading, id)).toMatchObject({ deleted: 2, changed: 1, more: false });
  const [{ day } = { day: "" }] = await database.superuser()<{ day: string }[]>`
    select to_char(now() at time zone 'Pacific/Kiritimati', 'YYYY-MM-DD') as day`;
  expect(await listHeldDays(reading, id, "Pacific/Kiritimati")).toEqual([
    { day, deleted: 2, changed: 1 },
  ]);
  const held = (when: number, user = "alice") =>
    isHeld(pools().interactive, { host: "chat.example", user, with: null, when });
  expect([await held(1_700_000_000), await held(1_699_999_999)]).toEqual([true, false]);
  expect(await held(1_700_000_000, "bob")).toBe(false);
});

test("the map of a person is kept, too, and a roster that is written again unchanged costs nothing", async () => {
  const { id } = await place(ALICE);
  const sql = database.prosody();
  const roster = (value: string) =>
    sql.begin(async (tx) => {
      await tx`delete from prosody where host = 'chat.example' and "user" = 'alice' and store = 'r'`;
      await tx`insert into prosody values ('chat.example', 'alice', 'r', 'k', 'json', ${value})`;
    });
  for (const value of ["a", "a", "b", "a"]) await roster(value);
  const kept = await database.superuser()`
    select value, source from console.held_row where hold_id = ${id} order by value`;
  expect(kept).toEqual(["a", "b"].map((value) => ({ value, source: "map" })));
});

describe("our own roles", () => {
  test.each(["muniment_migrate"])(
    "%s is refused what is held, with a state of its own",
    async (role) => {
      await place(ALICE);
      const sql = database.superuser();
      const as = (statement: string) =>
        sql.begin(async (tx) => {
          await tx.unsafe(`set local role ${role}`);
          await tx.unsafe(statement);
        });
      await expect(as(deleteAlice)).rejects.toMatchObject({ code: "MH001" });
      await as("delete from prosodyarchive where host = 'corp.example' and store = 'pep_none'");
      await expect(
        as("update prosody set value = value || ' ' where \"user\" = 'alice'"),
      ).rejects.toMatchObject({ code: "MH001" });
    },
  );

  test("without roles a connection of ours is known by its name", async () => {
    await place(ALICE);
    await expect(
      database.prosody().begin(async (tx) => {
        await tx`set local application_name = 'muniment job x'`;
        await tx.unsafe(deleteAlice);
      }),
    ).rejects.toMatchObject({ code: "MH001" });
  });
});

describe("isolation", () => {
  const undo = new Error("undo");
  const attempt = async (level: string, during: () => Promise<unknown>) => {
    try {
      await database.prosody().begin(`isolation level ${level}`, async (tx) => {
        await tx`select count(*) from prosody`;
        await during();
        await tx.unsafe(deleteAlice);
        throw undo;
      });
    } catch (error) {
      if (error === undo) return "deleted";
      return (error as { code?: string }).code;
    }
  };
  const nothing = async () => {};

  test.each(["repeatable read", "serializable"])("%s: refused only under a hold", async (level) => {
    expect(await attempt(level, nothing)).toBe("deleted");
    expect(await attempt(level, () => place(ALICE))).toBe("MH002");
    expect(await attempt(level, nothing)).toBe("MH002");
    await database.superuser()`update console.hold set released_at = now()`;
    expect(await attempt(level, nothing)).toBe("deleted");
    await place({ kind: "person", jid: "nobody@elsewhere.example" });
    expect(await attempt(level, nothing)).toBe("deleted");
  });

  test("read committed: a transaction that began before the hold keeps to it", async () => {
    let id = 0;
    expect(
      await attempt("read committed", async () => {
        ({ id } = await place(ALICE));
      }),
    ).toBe("deleted");
    await database.prosody().unsafe(`${deleteAlice} and store = 'archive'`);
    expect((await countHeld(reading, id)).deleted).toBeGreaterThan(0);
  });

  test("a delete under way is waited for, so that nothing falls between", async () => {
    const sql = database.prosody();
    await prosody.append(sql, { host: "chat.example", user: "alice", key: "flying" });
    const holder = await sql.reserve();
    await holder`begin`;
    await holder`delete from prosodyarchive where key = 'flying'`;
    let placed = false;
    const hold = place(ALICE).then((it) => {
      placed = true;
      return it;
    });
    await new Promise((done) => setTimeout(done, 700));
    expect(placed).toBe(false);
    await holder`rollback`;
    holder.release();
    const { id } = await hold;
    await sql`delete from prosodyarchive where key = 'flying'`;
    expect((await countHeld(reading, id)).deleted).toBe(1);
  });
});

describe("what would take the rows or the triggers away", () => {
  test("TRUNCATE is refused while a hold is in force, of either table", async () => {
    await place(ALICE);
    const sql = database.superuser();
    for (const table of ["prosodyarchive", "prosody"]) {
      await expect(sql.unsafe(`truncate ${table}`)).rejects.toMatchObject({ code: "MH003" });
    }
    await sql`update console.hold set released_at = now()`;
    await sql
      .begin(async (tx) => {
        await tx`truncate prosody`;
        throw new Error("undo");
      })
      .catch((error: Error) => expect(error.message).toBe("undo"));
  });

  test("release is refused as a whole, and works when no hold is in force", async () => {
    const sql = database.superuser();
    const adopted = await catalogueFingerprint(sql);
    await place(ALICE);
    await expect(release(maintain)).rejects.toMatchObject({
      code: "conflict",
      details: { reason: "hold-in-force" },
    });
    expect(await catalogueFingerprint(sql)).toEqual(adopted);
    await sql`update console.hold set released_at = now()`;
    await release(maintain);
    await expect(place(ALICE)).rejects.toMatchObject({ details: { reason: "hold-unguarded" } });
    const left = await sql`select proname from pg_proc
      where pronamespace = 'console'::regnamespace and proname like 'hold\\_%'`;
    expect(left).toEqual([]);
    await adopt(maintain);
    expect(await catalogueFingerprint(sql)).toEqual(adopted);
  });
});
