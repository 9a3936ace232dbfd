import { randomInt } from "node:crypto";
import type { ISql, Sql } from "postgres";
import { describe, expect, test } from "vitest";
import { closePools, pools } from "@/lib/db/pools";
import { useTestDatabase } from "@/lib/testing/database";
import { expectTrueProjection } from "@/lib/testing/expect-true";
import { prosodyStatements as prosody } from "@/lib/testing/prosody-statements";
import { Indexer } from "./indexer";

const PEOPLE = ["anna", "bert", "cleo"];
const pick = <T>(list: readonly T[]): T => list[randomInt(list.length)] as T;
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** One thing that Prosody, or an operator in psql, might do. */
async function something(tx: ISql): Promise<void> {
  const user = pick(PEOPLE);
  const when = 1_700_000_000 + randomInt(10_000_000);
  const owner = {
    host: "a.example",
    user,
    store: pick(["archive", "archive", "muc_log", "pep_x"]),
  };
  const key = `k${randomInt(60)}`;
  switch (randomInt(12)) {
    case 0:
      await prosody.expire(tx, owner.host, owner.store, when - 8_000_000);
      break;
    case 1:
      await prosody.truncateTo(tx, owner.host, user, owner.store, 20);
      break;
    case 2:
      await prosody.set(tx, {
        ...owner,
        key,
        value: `<message from='x@y/z'><body>${when}</body></message>`,
      });
      break;
    case 3:
      if (randomInt(5) === 0) await prosody.purgeUser(tx, owner.host, user);
      break;
    case 4:
      await tx`update prosodyarchive set "when" = ${when}, "with" = ${pick(PEOPLE)} || '@a.example'
        where host = ${owner.host} and "user" = ${user} and key = ${key}`;
      break;
    case 5:
      await tx`delete from prosodyarchive where host = ${owner.host} and key = ${key}`;
      break;
    default:
      await prosody.append(tx, { ...owner, key, when, with: `${pick(PEOPLE)}@a.example` });
  }
}

async function storm(sql: Sql, transactions: number): Promise<void> {
  const undo = new Error("undo");
  for (let n = 0; n < transactions; n += 1) {
    const work = sql.begin(async (tx) => {
      for (let k = randomInt(4); k >= 0; k -= 1) await something(tx);
      if (randomInt(4) === 0) await pause(randomInt(40));
      if (randomInt(8) === 0) throw undo;
    });
    await work.catch((error: unknown) => {
      const code = (error as { code?: string }).code ?? "";
      // What Prosody meets, too: two transactions with the same key, or in each other's way.
      if (error !== undo && !["23505", "40P01", "40001"].includes(code)) throw error;
    });
  }
}

describe("Prosody's own layout", () => {
  const database = useTestDatabase({ fixture: "empty", adopted: true });

  test("random statements on several connections, two indexers, connections cut in between", async () => {
    let stormy = true;
    const index = async () => {
      while (stormy) {
        const indexer = new Indexer(pools().jobs, { settleSeconds: 0 });
        await indexer.step().catch((error: { code?: string }) => {
          // The connection was cut: all that it had not committed is undone.
          if (!/^(57P01|CONNECTION|ECONN)/.test(error.code ?? "")) throw error;
        });
        await pause(randomInt(10));
      }
    };
    const cut = async () => {
      while (stormy) {
        await pause(150);
        await database.superuser()`select pg_terminate_backend(pid) from pg_stat_activity
            where application_name = 'muniment worker' and datname = ${database.name()}`;
      }
    };
    const writers = [1, 2, 3].map(() => storm(database.prosody(), 150));
    const others = [index(), index(), cut()];
    await Promise.all(writers).finally(() => {
      stormy = false;
    });
    await Promise.all(others);
    await closePools();
    await expectTrueProjection(database);
  }, 60_000);
});

describe("the layout of the operators' page", () => {
  const database = useTestDatabase({ fixture: "reference", adopted: true });

  test("is kept true as well", async () => {
    await expectTrueProjection(database);
    const sql = database.prosody();
    const now = Math.floor(Date.now() / 1_000);
    const insert = (key: string, when: number, body: string) => sql`
      insert into prosodyarchive (host, "user", store, key, type, value, when_col)
      values ('a.example', 'anna', 'archive', ${key}, 'json', ${JSON.stringify({
        stanza: `<message from='bert@a.example/x' to='anna@a.example'><body>${body}</body></message>`,
        jid_from: "bert@a.example/x",
        jid_to: "anna@a.example",
      })}, ${when})`;
    await insert("one", now, "one");
    await insert("two", now - 5, "two");
    await insert("twin", now, "first of the same key");
    await insert("twin", now, "second of the same key");
    await sql`delete from prosodyarchive where key = 'twin' and value like '%first%'`;
    await expectTrueProjection(database);
    await sql`update prosodyarchive set value = '<message/>' where key = 'one'`;
    await sql`delete from prosodyarchive where host = 'chat.example' and when_col < (
      select percentile_disc(0.4) within group (order by when_col) from prosodyarchive)`;
    await expectTrueProjection(database);
    await sql`truncate prosodyarchive`;
    await insert("three", now, "three");
    await expectTrueProjection(database);
    const [left] = await database.superuser()`select count(*)::int as n from console.message`;
    expect(left).toEqual({ n: 1 });
  });
});
