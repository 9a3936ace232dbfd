import { existsSync } from "node:fs";
import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import type { Sql } from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findProsody, startProsody } from "@/e2e/prosody/server.mjs";
import { pools } from "@/lib/db/pools";
import { openJobConnection } from "@/lib/jobs/connection";
import { useTestDatabase } from "@/lib/testing/database";
import { prosodyLine } from "@/lib/testing/prosody-line";
import { oldestStatementMs } from "./latency";
import { roundTripMs } from "./probes";

const database = useTestDatabase({ adopted: true });
const TABLE = "public.prosodyarchive";
let watch: Sql;
const waited = () => oldestStatementMs(watch, TABLE);

/** As a run of retention looks. */
beforeAll(() => {
  watch = openJobConnection("a-test-of-the-pace", 2_000);
});
afterAll(() => watch.end({ timeout: 2 }));

/** While a statement of that connection runs. */
async function whileRuns(sql: Sql, text: string): Promise<number | null> {
  const running = sql.unsafe(text);
  await Promise.race([running, sleep(400)]);
  const found = await waited();
  await running;
  return found;
}

describe("the oldest statement", () => {
  test("is Prosody's, and not that of a report or of a dump", async () => {
    const superuser = database.superuser();
    expect(await waited()).toBeLessThan(200);
    expect(await whileRuns(database.prosody(), "select pg_sleep(1.2)")).toBeGreaterThan(300);
    expect(await whileRuns(superuser, "select pg_sleep(1.2)")).toBeLessThan(200);
    const dump = "set application_name = 'pg_dump'; select pg_sleep(1.2)";
    expect(await whileRuns(database.prosody(), dump)).toBeLessThan(200);
    await database.prosody()`set application_name = ''`;
  });

  test("is not known to a role that may not see it, which is not the same as quiet", async () => {
    const running = database.prosody()`select pg_sleep(0.5)`;
    await Promise.race([running, sleep(100)]);
    expect(await oldestStatementMs(pools().jobs, TABLE)).toBeNull();
    await running;
  });

  test("counts what waits for a lock", async () => {
    await database.superuser().begin(async (tx) => {
      await tx`lock table prosodyarchive in access exclusive mode`;
      const writing = database.prosody()`delete from prosodyarchive where false`;
      void writing.catch(() => {});
      await Promise.race([writing, sleep(400)]);
      expect(await waited()).toBeGreaterThan(300);
    });
  });
});

describe.skipIf(findProsody() === null)("a real Prosody", () => {
  test("answers at once, and late when it does nothing else meanwhile", async () => {
    const prosody = await startProsody({ sql: prosodyLine(database), accounts: {}, managed: true });
    try {
      for (let n = 0; n < 100 && !existsSync(prosody.socket); n += 1) await sleep(100);
      expect(await roundTripMs(prosody.socket)).toBeGreaterThan(0);
      const open = roundTripMs(prosody.socket);
      await open;
      process.kill(prosody.pid, "SIGSTOP");
      const late = roundTripMs(prosody.socket);
      setTimeout(() => process.kill(prosody.pid, "SIGCONT"), 700);
      const begin = Date.now();
      await late;
      expect(Date.now() - begin).toBeGreaterThan(300);
    } finally {
      process.kill(prosody.pid, "SIGCONT");
      await prosody.stop();
    }
  });
});
