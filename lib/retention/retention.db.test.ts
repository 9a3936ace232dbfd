import { beforeEach, describe, expect, test } from "vitest";
import { approve } from "@/lib/approvals/decide";
import { listOpenApprovals } from "@/lib/approvals/queries";
import type { Grant } from "@/lib/auth/grant";
import { grantFor } from "@/lib/auth/grant-for";
import { pools } from "@/lib/db/pools";
import { sqlState } from "@/lib/db/transaction";
import { placeHold } from "@/lib/holds/place";
import { holdScope } from "@/lib/holds/schema";
import { cancelJob } from "@/lib/jobs/cancel";
import { runNextJob } from "@/lib/jobs/run";
import { runDue } from "@/lib/jobs/schedule/run-due";
import { MAINTENANCE_HANDLERS } from "@/lib/storage/maintenance/handlers";
import { runAll, runOne, until } from "@/lib/testing/care";
import { useTestDatabase } from "@/lib/testing/database";
import { testGrant } from "@/lib/testing/grants";
import { makeOperator, signInAs } from "@/lib/testing/operators";
import { withSecret } from "@/lib/testing/secret";
import { indexAll } from "@/lib/testing/stages";
import { listComing, listFindings } from "./coming";
import { listRuleViews } from "./preview";
import { saveRule } from "./rules";
import { RETENTION_HANDLERS } from "./run/handler";
import { pauseRun, startRun } from "./run/start";
import { listRuns } from "./runs";
import {
  getSchedule,
  newSchedule,
  RETENTION_SCHEDULE,
  saveSchedule,
  startScheduled,
} from "./schedule";

const DAY = 86_400;
const NOW = Math.floor(Date.now() / 1_000);
const database = useTestDatabase({ adopted: true });
withSecret();
const read = testGrant("retention.read");
let grant: Grant<"retention.run">;
let made = 0;

/** `days` old each, of the store `archive` unless told; returns nothing: rows are counted by looking. */
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

async function left(where: string): Promise<number> {
  const [row] = await database
    .superuser()
    .unsafe<{ n: number }[]>(`select count(*)::int as n from prosodyarchive where ${where}`);
  return row?.n ?? -1;
}

const latest = async () => {
  const [run] = await listRuns(read);
  if (!run) throw new Error("no run");
  return run;
};
const sums = ({ perHost }: Awaited<ReturnType<typeof latest>>) =>
  Object.fromEntries(perHost.map(({ host, ...counts }) => [host, counts]));

beforeEach(async () => {
  const sql = database.superuser();
  await sql`update console.hold set released_at = now() where released_at is null`;
  await sql`delete from console.retention_rule`;
  await sql`delete from console.retention_run`;
  await sql`delete from console.job`;
  await sql`delete from console.approval`;
  await sql`delete from prosodyarchive`;
  const name = `keeper${++made}`;
  await makeOperator(name);
  grant = grantFor(await signInAs(name), "retention.run");
});

const host = (days: number | null, name = "a.example") =>
  saveRule(grant, { host: name, user: null, kind: null, days });
const start = (dryRun = false) => startRun(grant, { host: null, dryRun });

/** With a second person's yes where that is needed. */
async function startApproved() {
  let started = await start();
  if ("approval" in started) {
    await approveAll(started);
    started = await start();
  }
  if (!("run" in started)) throw new Error("not started");
  return started;
}

describe("a cleanup", () => {
  test("the most specific rule of each row decides, and other stores are never touched", async () => {
    await rows("anna@a.example", 40, 500);
    await rows("anna@a.example", 10, 100);
    await rows("bert@a.example", 40, 300);
    await rows("cleo@a.example", 40, 200);
    await rows("dora@b.example", 40, 70);
    await rows("anna@a.example", 400, 60, "pep_urn:xmpp:avatar:data");
    await rows("anna@a.example", 400, 50, "uploads");
    await indexAll();
    await host(30);
    await saveRule(grant, { host: "a.example", user: "bert", kind: null, days: null });
    await saveRule(grant, { host: "a.example", user: "cleo", kind: null, days: 50 });
    await saveRule(grant, { host: "a.example", user: null, kind: "receipt", days: 5 });
    expect(
      (await listRuleViews(read)).map(({ user, kind, due }) => [user, kind, due?.rows]),
    ).toEqual(
      [
        [null, "receipt", 220],
        [null, null, 1000],
        ["bert", null, undefined],
        ["cleo", null, 0],
      ].toSorted(),
    );
    // The rows of anna, but those of ten days that are no receipts.
    await start(true);
    await runAll();
    expect(sums(await latest())).toEqual({ "a.example": { expired: 520, held: 0, deleted: 0 } });
    expect(await left("true")).toBe(1_280);
    await startApproved();
    await runAll();
    expect(sums(await latest())).toEqual({ "a.example": { expired: 520, held: 0, deleted: 520 } });
    expect(await left(`store = 'archive' and "user" = 'anna'`)).toBe(80);
    expect(await left(`store <> 'archive' or "user" <> 'anna'`)).toBe(680);
  });

  test("what a hold names is counted and stays; a hold that comes meanwhile is seen", async () => {
    await rows("anna@a.example", 40, 12_000);
    await rows("bert@a.example", 40, 900);
    await indexAll();
    await host(30);
    const scope = holdScope.parse({ kind: "person", jid: "anna@a.example" });
    await placeHold(testGrant("hold.place"), { scope, reason: "matter 4711" });
    await startApproved();
    await runAll();
    expect(sums(await latest())).toEqual({
      "a.example": { expired: 12_900, held: 12_000, deleted: 900 },
    });
    expect(await left("true")).toBe(12_000);
    expect(await left("\"user\" = 'bert'")).toBe(0);
  });

  test("a worker that leaves half way is followed by another: each row is counted once", async () => {
    await rows("anna@a.example", 40, 30_000);
    await host(30);
    await startApproved();
    const leaving = new AbortController();
    const first = runOne(leaving.signal);
    await expect
      .poll(async () => (await latest()).perHost[0]?.deleted ?? 0, { timeout: 60_000 })
      .toBeGreaterThan(0);
    leaving.abort();
    await first;
    const half = await latest();
    expect(half.state).toBe("waiting");
    const deleted = half.perHost[0]?.deleted ?? 0;
    expect(await left("true")).toBe(30_000 - deleted);
    await runAll();
    expect(await latest()).toMatchObject({ state: "done", passes: 3, done: 3 });
    expect(sums(await latest())).toEqual({
      "a.example": { expired: 30_000, held: 0, deleted: 30_000 },
    });
  });

  test("paused, resumed, stopped; a second one is refused meanwhile", async () => {
    await rows("anna@a.example", 40, 20_000);
    await host(30);
    const { run: id, job } = await startApproved();
    await expect(start(true)).rejects.toMatchObject({ details: { reason: "job-open" } });
    await pauseRun(grant, { id, paused: true });
    const running = runOne();
    await until(job, ({ progress }) => progress?.phase === "paused");
    expect(await left("true")).toBe(20_000);
    await pauseRun(grant, { id, paused: false });
    await expect
      .poll(async () => (await latest()).perHost[0]?.deleted ?? 0, { timeout: 60_000 })
      .toBeGreaterThan(0);
    await pauseRun(grant, { id, paused: true });
    await cancelJob(grantFor(grant.operator, "storage.maintain"), job);
    await running;
    const { state, perHost } = await latest();
    expect(state).toBe("cancelled");
    expect(await left("true")).toBe(20_000 - (perHost[0]?.deleted ?? 0));
    await expect(pauseRun(grant, { id, paused: false })).rejects.toMatchObject({
      code: "not-found",
    });
  });
});

async function approveAll(started: Awaited<ReturnType<typeof start>>): Promise<void> {
  expect(started).toMatchObject({ approval: expect.any(String) });
  const name = `second${made}`;
  await makeOperator(name);
  const second = grantFor(await signInAs(name), "policy.read");
  for (const { id, sha256 } of await listOpenApprovals(second)) {
    await approve(second, { id, sha256 });
  }
}

test("much needs a second person, and rules that changed since are not what they saw", async () => {
  await rows("anna@a.example", 40, 3_000);
  await indexAll();
  await host(30);
  await makeOperator(`other${made}`);
  expect(await start(true)).toMatchObject({ run: expect.any(String) });
  await runAll();
  const asked = await start();
  await expect(start()).rejects.toMatchObject({ details: { reason: "approval-waiting" } });
  await approveAll(asked);
  await host(20);
  await expect(start()).rejects.toMatchObject({ details: { reason: "approval-edited" } });
  await host(30);
  expect(await start()).toMatchObject({ run: expect.any(String) });
  await runAll();
  expect(await left("true")).toBe(0);
});

test("nothing to delete by is refused, and so is the worker's own role", async () => {
  await expect(start()).rejects.toMatchObject({ details: { reason: "retention-no-rule" } });
  await host(null);
  await expect(start()).rejects.toMatchObject({ details: { reason: "retention-no-rule" } });
  const refused = await pools().jobs`delete from prosodyarchive where false`.catch(sqlState);
  expect(refused).toBe("42501");
});

test("who may not run it any more does not: the job is looked at again", async () => {
  await rows("anna@a.example", 40, 10);
  await host(30);
  await startApproved();
  await database.superuser()`update console.operator set roles = '{auditor}'
    where name = ${grant.operator.name}`;
  const handlers = { ...MAINTENANCE_HANDLERS, ...RETENTION_HANDLERS };
  const signal = new AbortController().signal;
  await runNextJob({ worker: "test", handlers, signal, log: () => {} });
  expect((await latest()).state).toBe("failed");
  expect(await left("true")).toBe(10);
});

describe("a schedule", () => {
  const due = async () => {
    await database.superuser()`update console.schedule set next_run_at = now() where name = ${RETENTION_SCHEDULE}`;
    return runDue(pools().jobs, { [RETENTION_SCHEDULE]: startScheduled });
  };

  test("runs in the name of whoever set it up, once, and not when they may not any more", async () => {
    await rows("anna@a.example", 40, 10);
    await indexAll();
    await host(30);
    const timing = { cron: "20 3 * * *", zone: "Europe/Berlin", enabled: true };
    await saveSchedule(grant, newSchedule.parse(timing));
    expect(await getSchedule(read)).toMatchObject({ ...timing, operator: grant.operator.name });
    expect(await due()).toBe(1);
    await runAll();
    expect(await latest()).toMatchObject({ state: "done", operator: grant.operator.name });
    expect(await left("true")).toBe(0);
    await database.superuser()`update console.operator set disabled_at = now() where name = ${grant.operator.name}`;
    await due();
    expect(await listRuns(read)).toHaveLength(1);
  });

  test("without a rule nothing fails; what is no time of day is refused", async () => {
    await saveSchedule(grant, { cron: "0 4 * * *", zone: "UTC", enabled: true });
    expect(await due()).toBe(1);
    expect(await listRuns(read)).toEqual([]);
    for (const wrong of ["* * * * * *", "61 3 * * *", "at night"]) {
      expect(newSchedule.safeParse({ cron: wrong, zone: "UTC", enabled: true }).success).toBe(
        false,
      );
    }
    await saveSchedule(grant, { cron: "0 4 * * *", zone: "UTC", enabled: false });
    expect(await due()).toBe(0);
  });
});

test("what disappears on the coming days is known while a schedule is on", async () => {
  await rows("anna@a.example", 27, 40);
  await rows("anna@a.example", 100, 5, "offline");
  await indexAll();
  await host(30);
  await saveSchedule(grant, { cron: "0 4 * * *", zone: "UTC", enabled: false });
  expect(await listComing(read)).toEqual([]);
  await saveSchedule(grant, { cron: "0 4 * * *", zone: "UTC", enabled: true });
  const coming = await listComing(read);
  expect(coming.reduce((sum, it) => sum + it.rows, 0)).toBe(40);
  // Forty seconds may lie on both sides of midnight.
  for (const it of coming) {
    expect(it).toMatchObject({ host: "a.example", store: "archive", by: "muniment" });
    expect([2, 3]).toContain(Math.floor(it.at / DAY) - Math.floor(NOW / DAY));
  }
  const found = await listFindings(read, []);
  expect(found).toMatchObject([{ id: "offline", host: "a.example", rows: 5 }]);
});
