import fc from "fast-check";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { approve } from "@/lib/approvals/decide";
import { listOpenApprovals } from "@/lib/approvals/queries";
import type { Grant } from "@/lib/auth/grant";
import { grantFor } from "@/lib/auth/grant-for";
import { placeHold } from "@/lib/holds/place";
import { holdScope } from "@/lib/holds/schema";
import { isOver } from "@/lib/jobs/views";
import { saveRule } from "@/lib/retention/rules";
import { startRun } from "@/lib/retention/run/start";
import { pause, until } from "@/lib/testing/care";
import { useTestDatabase } from "@/lib/testing/database";
import { expectTrueProjection } from "@/lib/testing/expect-true";
import { testGrant } from "@/lib/testing/grants";
import { makeOperator, signInAs } from "@/lib/testing/operators";
import { withSecret } from "@/lib/testing/secret";
import { indexAll } from "@/lib/testing/stages";
import { bundleWorker, removeWorkerBundle, WorkerProcess } from "@/lib/testing/worker-process";

const DAY = 86_400;
const NOW = Math.floor(Date.now() / 1_000);
const KILLS = 3;
/** Longer than a batch: some die in its transaction, some between two. */
const MOST_MS = 500;

/** The rules and the hold below once more, in plain words about the rows below. */
const EXPIRED = `host = 'a.example' and store in ('archive', 'muc_log') and "when" < ${NOW} - ${DAY} *
  case when "user" = 'cleo' then 50 when value like '%receipts%' then 5 else 30 end`;
const GONE = `${EXPIRED} and "user" <> 'anna'`;

const database = useTestDatabase({ adopted: true });
withSecret();
let worker: WorkerProcess | null = null;

beforeAll(bundleWorker);
afterEach(async () => {
  if (worker?.alive) await worker.end("SIGKILL");
});
afterAll(removeWorkerBundle);

async function rows(owner: string, days: number, count: number, store = "archive") {
  const [user, host] = owner.split("@") as [string, string];
  await database.prosody()`
    insert into prosodyarchive (host, "user", store, key, "when", "with", type, value)
    select ${host}, ${user}, ${store}, gen_random_uuid()::text, ${NOW - days * DAY} - n::int, 'bert@b.example',
      'xml', case when n % 5 = 0 then
        '<message type="chat"><received xmlns="urn:xmpp:receipts" id="x"/></message>'
        else '<message type="chat"><body>hello ' || n || '</body></message>' end
    from generate_series(1::bigint, ${count}) n`;
}

async function fill(): Promise<void> {
  await rows("anna@a.example", 40, 9_000);
  await rows("bert@a.example", 40, 20_000);
  await rows("bert@a.example", 10, 3_000);
  await rows("cleo@a.example", 40, 4_000);
  await rows("room@a.example", 40, 5_000, "muc_log");
  await rows("dora@b.example", 40, 1_000);
  await rows("bert@a.example", 400, 500, "pep_urn:xmpp:avatar:data");
  await indexAll();
}

/** How many rows there are, and which. */
async function which(where: string) {
  const [row] = await database.superuser().unsafe<{ n: number; ids: string }[]>(`
    select count(*)::int as n, md5(string_agg(sort_id::text, ',' order by sort_id)) as ids
    from prosodyarchive where ${where}`);
  if (!row) throw new Error("no count");
  return row;
}

async function counts() {
  const [row] = await database.superuser()<{ expired: number; held: number; deleted: number }[]>`
    select sum(expired)::int as expired, sum(held)::int as held, sum(deleted)::int as deleted
    from console.retention_pass`;
  if (!row) throw new Error("no record");
  return row;
}

/**
 * Each batch lasts a moment between its rows and their counts: most kills come when only one of both is written.
 * PostgreSQL notices at once, or it would bring the statement to its end and hide that.
 */
async function slowDown(): Promise<void> {
  await database.superuser().unsafe(`
    alter database ${database.name()} set client_connection_check_interval = '20ms'`);
  await database.superuser().unsafe(`
    create function linger() returns trigger language plpgsql as
      $$ begin perform pg_sleep(0.25); return new; end $$;
    create trigger linger before update on console.retention_pass for each row execute function linger()`);
}

/** By rules of three kinds, with a second person's yes. */
async function start(grant: Grant<"retention.run">) {
  const rule = { host: "a.example", user: null, kind: null };
  await saveRule(grant, { ...rule, days: 30 });
  await saveRule(grant, { ...rule, user: "cleo", days: 50 });
  await saveRule(grant, { ...rule, kind: "receipt", days: 5 });
  expect(await startRun(grant, { host: null, dryRun: false })).toHaveProperty("approval");
  await makeOperator("second");
  const second = grantFor(await signInAs("second"), "policy.read");
  for (const { id, sha256 } of await listOpenApprovals(second)) {
    await approve(second, { id, sha256 });
  }
  const started = await startRun(grant, { host: null, dryRun: false });
  if (!("run" in started)) throw new Error("not started");
  return started;
}

test("kill -9 in the middle of a cleanup, again and again: it goes on, and each row is counted once", async () => {
  await fill();
  await makeOperator("keeper");
  const scope = holdScope.parse({ kind: "person", jid: "anna@a.example" });
  await placeHold(testGrant("hold.place"), { scope, reason: "matter 4711" });
  const [expired, gone] = [await which(EXPIRED), await which(GONE)];
  const [staying, anna] = [await which(`not (${GONE})`), await which("\"user\" = 'anna'")];
  const all = await which("true");
  await slowDown();
  const { job } = await start(grantFor(await signInAs("keeper"), "retention.run"));

  let before = 0;
  for (const [kill, ms] of fc.sample(fc.nat(MOST_MS), KILLS).entries()) {
    worker = new WorkerProcess(database.url());
    await until(job, ({ attempt }) => attempt === kill + 1);
    await expect
      .poll(async () => (await counts()).deleted, { timeout: 60_000, interval: 20 })
      .toBeGreaterThan(before);
    await pause(ms);
    expect(await worker.end("SIGKILL")).toBe("SIGKILL");
    await untilQuiet(job);
    const { deleted } = await counts();
    expect(deleted).toBeGreaterThan(before);
    expect(deleted).toBeLessThan(gone.n);
    expect((await which("true")).n).toBe(all.n - deleted);
    before = deleted;
    // The first time the others find out by themselves that it is dead; then the wait is passed over.
    if (kill > 0) {
      await database.superuser()`
        update console.job set beat_at = beat_at - interval '16 seconds' where id = ${job}`;
    }
  }
  worker = new WorkerProcess(database.url());
  expect(await until(job, isOver)).toMatchObject({ state: "done", attempt: KILLS + 1 });
  expect(await worker.end("SIGTERM")).toBe(0);

  expect(await counts()).toEqual({ expired: expired.n, held: anna.n, deleted: gone.n });
  expect(await which("true")).toEqual(staying);
  expect(await which("\"user\" = 'anna'")).toEqual(anna);
  const [runs] = await database.superuser()`
    select (select count(*)::int from console.retention_run) as runs,
      (select count(*)::int from console.job where kind = 'retention.run') as jobs,
      (select count(*)::int from console.audit_entry
        where action = 'retention.run' and phase = 'done' and canonical like ${`%${job}%`}) as ends`;
  expect(runs).toEqual({ runs: 1, jobs: 1, ends: 1 });
  await expectTrueProjection(database);
});

/** What the dead worker left running in PostgreSQL has ended: nothing changes behind the look that follows. */
async function untilQuiet(job: string): Promise<void> {
  const left = () => database.superuser()`
    select pid from pg_stat_activity where application_name = ${`muniment job ${job}`}`;
  await expect.poll(left, { timeout: 30_000, interval: 20 }).toHaveLength(0);
}
