import { randomInt } from "node:crypto";
import { describe, expect, test } from "vitest";
import { closePools, pools } from "@/lib/db/pools";
import { useTestDatabase } from "@/lib/testing/database";
import { expectTrueProjection } from "@/lib/testing/expect-true";
import { pause, storm } from "@/lib/testing/storm";
import { Indexer } from "./indexer";

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
    const writers = [1, 2, 3].map(() => storm(database.prosody(), 400));
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
