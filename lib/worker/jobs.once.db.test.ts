import { randomInt } from "node:crypto";
import type { ReservedSql } from "postgres";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import type { Grant } from "@/lib/auth/grant";
import { grantFor } from "@/lib/auth/grant-for";
import { cancelJob } from "@/lib/jobs/cancel";
import { getJob } from "@/lib/jobs/queries";
import { isOver, type JobView } from "@/lib/jobs/views";
import { requestMaintenance } from "@/lib/storage/commands/request-maintenance";
import { useTestDatabase } from "@/lib/testing/database";
import { testGrant } from "@/lib/testing/grants";
import { makeOperator, signInAs } from "@/lib/testing/operators";
import { withSecret } from "@/lib/testing/secret";
import { bundleWorker, removeWorkerBundle, WorkerProcess } from "@/lib/testing/worker-process";

const database = useTestDatabase({ fixture: "prosody-0.12", adopted: true });
withSecret();
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));
const reader = testGrant("storage.read");
const INDEX = "public.prosodyarchive_with_when";

let grant: Grant<"storage.maintain">;
let workers: WorkerProcess[] = [];
let old: ReservedSql | null = null;

beforeAll(async () => {
  await bundleWorker();
  await makeOperator("maintainer");
  grant = grantFor(await signInAs("maintainer"), "storage.maintain");
});
afterAll(removeWorkerBundle);

beforeEach(async () => {
  await database.prosody()`drop index if exists prosodyarchive_with_when`;
  old = await database.prosody().reserve();
  await old`begin`;
  await old`insert into prosodyarchive (host, "user", store, key, "when", "with", type, value)
    values ('chat.example', 'alice', 'archive', gen_random_uuid()::text, 1, 'b@c', 'xml', '<message/>')`;
});

afterEach(async () => {
  await letGo();
  for (const worker of workers) if (worker.alive) await worker.end("SIGKILL");
  workers = [];
});

/** Ends the transaction that the building of an index waits for. */
async function letGo(): Promise<void> {
  if (old) await old`rollback`;
  old?.release();
  old = null;
}

function start(): WorkerProcess {
  const worker = new WorkerProcess(database.url());
  workers.push(worker);
  return worker;
}

async function until(id: string, holds: (job: JobView) => boolean): Promise<JobView> {
  const end = Date.now() + 120_000;
  for (;;) {
    // Connections that are cut are ours as well: whoever looks then looks again.
    const job = await getJob(reader, id).catch((error: { code?: string }) => {
      if (error.code !== "CONNECTION_CLOSED") throw error;
      return null;
    });
    if (job && holds(job)) return job;
    if (Date.now() > end) throw new Error(`in vain: ${JSON.stringify(job)}`);
    await pause(100);
  }
}

const backends = () => database.superuser()<{ pid: number }[]>`
  select pid from pg_stat_activity
  where application_name like 'muniment job %' and datname = ${database.name()}`;

const isBuilt = async () => {
  const [row] = await database.superuser()<{ valid: boolean }[]>`
    select indisvalid as valid from pg_index where indexrelid = to_regclass(${INDEX})`;
  return row?.valid ?? null;
};

test("kill -9 of the worker in the middle: another one takes the job up and brings it to its end", async () => {
  const first = start();
  const { id } = await requestMaintenance(grant, { what: "create-index", target: INDEX });
  await until(id, (it) => it.progress?.waitsFor != null);
  expect(await first.end("SIGKILL")).toBe("SIGKILL");
  start();
  const again = await until(id, (it) => it.attempt === 2 && it.progress?.waitsFor != null);
  expect(again.state).toBe("running");
  // One connection works on it: what the dead worker left running was ended first.
  expect(await backends()).toHaveLength(1);
  await letGo();
  expect(await until(id, isOver)).toMatchObject({ state: "done", attempt: 2 });
  expect(await isBuilt()).toBe(true);
  const entries = await database.superuser()`
    select phase from console.audit_entry
    where action = 'maintenance.create-index' and canonical like ${`%${id}%`} order by seq`;
  expect(entries.map((it) => it.phase)).toEqual(["asked", "done"]);
});

test("killed at random moments, again and again, it is done once, or given up with the reason", async () => {
  const { id } = await requestMaintenance(grant, { what: "create-index", target: INDEX });
  for (let round = 1; round <= 2; round += 1) {
    const worker = start();
    await until(id, (it) => it.attempt === round);
    await pause(randomInt(800));
    await worker.end("SIGKILL");
  }
  await letGo();
  start();
  expect(await until(id, isOver)).toMatchObject({ state: "done", error: null });
  expect(await isBuilt()).toBe(true);
});

test("cancelled while its worker is dead: nobody begins it again, nothing runs on", async () => {
  const first = start();
  const { id } = await requestMaintenance(grant, { what: "create-index", target: INDEX });
  await until(id, (it) => it.progress?.waitsFor != null);
  await first.end("SIGKILL");
  await cancelJob(grant, id);
  start();
  expect(await until(id, isOver)).toMatchObject({ state: "cancelled" });
  expect(await backends()).toEqual([]);
});

test("two workers: each job is done by one, and of one table one at a time", async () => {
  start();
  start();
  const first = await requestMaintenance(grant, { what: "create-index", target: INDEX });
  // Of one lane, who claims at the same moment may take the later one first: the order is no promise.
  await until(first.id, (it) => it.progress?.waitsFor != null);
  const asked = [
    first,
    await requestMaintenance(grant, { what: "analyze", target: "public.prosodyarchive" }),
    await requestMaintenance(grant, { what: "vacuum", target: "public.prosodyarchive" }),
    await requestMaintenance(grant, { what: "analyze", target: "public.prosody" }),
    await requestMaintenance(grant, { what: "vacuum", target: "console.message" }),
  ] as const;
  // Other tables do not wait for the one that waits.
  await until(asked[3].id, isOver);
  await until(asked[4].id, isOver);
  for (const { id } of [asked[1], asked[2]]) {
    expect(await getJob(reader, id)).toMatchObject({ state: "waiting" });
  }
  await letGo();
  const ended = await Promise.all(asked.map(({ id }) => until(id, isOver)));
  expect(ended.map((it) => [it.state, it.attempt])).toEqual(asked.map(() => ["done", 1]));
  const spans = ended
    .slice(0, 3)
    .map((it) => [it.startedAt ?? 0, it.endedAt ?? 0] as const)
    .toSorted(([a], [b]) => a - b);
  for (const [at, [begin]] of spans.entries()) {
    if (at > 0) expect(begin).toBeGreaterThanOrEqual(spans[at - 1]?.[1] ?? 0);
  }
  const [trail] = await database.superuser()`
    select count(*)::int as n from console.audit_entry e
    where phase = 'done' and exists (select from console.job j
      where e.refers_to = j.audit_seq and j.id = any(${asked.map((it) => it.id)}::uuid[]))`;
  expect(trail).toEqual({ n: asked.length });
});

test("a worker that is told to leave puts its job back and leaves; PostgreSQL's restart is waited out", async () => {
  const first = start();
  const { id } = await requestMaintenance(grant, { what: "create-index", target: INDEX });
  await until(id, (it) => it.progress?.waitsFor != null);
  expect(await first.end("SIGTERM")).toBe(0);
  expect(await getJob(reader, id)).toMatchObject({ state: "waiting" });
  start();
  await until(id, (it) => it.progress?.waitsFor != null);
  // As a restart does: every connection is cut.
  await database.superuser()`select pg_terminate_backend(pid) from pg_stat_activity
    where application_name like 'muniment %' and datname = ${database.name()}`;
  await letGo();
  expect(await until(id, isOver)).toMatchObject({ state: "done" });
  expect(await isBuilt()).toBe(true);
});
