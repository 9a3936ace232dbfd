import { randomInt } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { projectionStatus } from "@/lib/archive/projection/status";
import { getHealth } from "@/lib/health/health";
import { useTestDatabase } from "@/lib/testing/database";
import { expectTrueProjection } from "@/lib/testing/expect-true";
import { bundleWorker, removeWorkerBundle, WorkerProcess } from "@/lib/testing/worker-process";

const database = useTestDatabase({ fixture: "prosody-0.12", adopted: true });
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

beforeAll(bundleWorker);
afterAll(removeWorkerBundle);

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 60_000;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`waited in vain until ${what}`);
    await pause(50);
  }
}

const isReady = async () => {
  const { state, lagRows } = await projectionStatus();
  return state === "ready" && lagRows === 0;
};
const builtRows = async () => {
  const [row] = await database.superuser()<{ n: number }[]>`
    select build_rows::int as n from console.indexer_state`;
  return row?.n ?? 0;
};
const beats = () => database.superuser()<{ pid: number; beat_at: Date }[]>`
  select pid, beat_at from console.worker_beat`;

describe("the worker as a process", () => {
  test("killed again and again in the first build, it ends with a true projection", async () => {
    const sql = database.superuser();
    // Enough for the build to last longer than a worker does.
    await sql`insert into prosodyarchive (host, "user", store, key, "when", "with", type, value)
      select host, "user", store, key || '-' || i, "when", "with", type, value
      from prosodyarchive, generate_series(1, 4) i`;
    const passed: number[] = [0];
    for (let kill = 0; kill < 8; kill += 1) {
      const worker = new WorkerProcess(database.url());
      const before = passed.at(-1) ?? 0;
      await until("it gets on", async () => (await isReady()) || (await builtRows()) > before);
      await pause(randomInt(150));
      expect(await worker.end("SIGKILL")).toBe("SIGKILL");
      passed.push(await builtRows());
    }
    expect(new Set(passed).size).toBeGreaterThan(4);
    expect(passed).toEqual(passed.toSorted((a, b) => a - b));
    await expectTrueProjection(database);
  }, 180_000);

  test("two at once are safe, and lost connections do not end them", async () => {
    const sql = database.superuser();
    const workers = [1, 2].map(() => new WorkerProcess(database.url()));
    await until(
      "both beat",
      async () => (await beats()).filter((it) => isOf(workers, it.pid)).length === 2,
    );
    for (let n = 0; n < 5; n += 1) {
      await sql`insert into prosodyarchive (host, "user", store, key, "when", "with", type, value)
        select host, "user", store, key || '=' || ${n}::text, "when", "with", type, value
        from prosodyarchive order by sort_id desc limit 300`;
      await sql`delete from prosodyarchive where sort_id % 50 = ${n}`;
      await sql`select pg_terminate_backend(pid) from pg_stat_activity
        where application_name = 'muniment worker' and datname = ${database.name()}`;
      await pause(300);
    }
    const [since] = await sql<{ now: Date }[]>`select now() as now`;
    await until("both beat again", async () => {
      const rows = (await beats()).filter((it) => isOf(workers, it.pid));
      return rows.length === 2 && rows.every((it) => it.beat_at > (since?.now ?? 0));
    });
    await until("nothing is left", isReady);
    expect(workers.map((it) => it.alive)).toEqual([true, true]);
    expect(await Promise.all([workers[0]?.end("SIGTERM"), workers[1]?.end("close stdin")])).toEqual(
      [0, 0],
    );
    expect((await beats()).filter((it) => isOf(workers, it.pid))).toEqual([]);
    await expectTrueProjection(database);
  }, 120_000);

  test("health is ok while it beats, and says so when it does not", async () => {
    const sql = database.superuser();
    await sql`delete from console.worker_beat`;
    expect(await getHealth()).toMatchObject({
      status: "unavailable",
      reason: "The worker has not started yet.",
    });
    const worker = new WorkerProcess(database.url());
    await until("it is healthy", async () => (await getHealth()).status === "ok");
    expect(await getHealth()).toMatchObject({
      status: "ok",
      database: { name: database.name(), version: expect.stringMatching(/^\d+/) },
      layout: "prosody",
      indexer: { state: "ready", lagRows: 0, stalled: false },
      worker: { beatAgeSeconds: expect.any(Number) },
    });
    await worker.end("SIGKILL");
    await sql`update console.worker_beat set beat_at = now() - interval '31 seconds'`;
    expect(await getHealth()).toMatchObject({
      status: "unavailable",
      reason: expect.stringMatching(/3\d seconds/),
    });
    await sql`alter table prosodyarchive rename to elsewhere`;
    const other = await getHealth();
    await sql`alter table elsewhere rename to prosodyarchive`;
    expect(other.status).toBe("unavailable");
  }, 60_000);
});

function isOf(workers: WorkerProcess[], pid: number): boolean {
  return workers.some((it) => it.child.pid === pid);
}
