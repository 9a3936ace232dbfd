import { mkdtempSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { projectionStatus } from "@/lib/archive/projection/status";
import { setup } from "@/lib/cli/setup";
import { closePools, pointPoolsAt } from "@/lib/db/pools";
import { getHealth } from "@/lib/health/health";
import { bundleWorker, removeWorkerBundle, WorkerProcess } from "@/lib/testing/worker-process";
import { EmbeddedPostgres } from "@/scripts/lib/pg.mjs";

const dir = mkdtempSync(path.join(os.tmpdir(), "muniment-test-"));
const server = new EmbeddedPostgres({ dir, port: 0, fast: true, binaries: inject("postgres") });
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));
let worker: WorkerProcess;

beforeAll(async () => {
  await Promise.all([bundleWorker(), server.start()]);
  const { prosody = "", muniment = "" } = server.secrets;
  await setup({
    databaseUrl: server.url("prosody", "muniment"),
    superuserUrl: server.url("postgres"),
    rolePasswords: { prosody, muniment },
    demo: false,
    operatorPassword: "correct horse battery",
    fillDemo: null,
    sampleFolder: null,
    log: () => {},
  });
  await pointPoolsAt(server.url("prosody", "muniment"));
  worker = new WorkerProcess(server.url("prosody", "muniment"));
});

afterAll(async () => {
  if (worker?.alive) await worker.end("SIGKILL");
  removeWorkerBundle();
  await closePools();
  await pointPoolsAt(null);
  await server.stop();
  server.removeTestData();
});

async function store(rows: number): Promise<void> {
  const sql = postgres(server.url("prosody", "prosody"), { max: 1, onnotice: () => {} });
  await sql`insert into prosodyarchive (host, "user", store, key, "when", "with", type, value)
    select 'a.example', 'anna', 'archive', gen_random_uuid()::text, 1700000000 + i, 'bert@a.example',
      'xml', '<message type="chat" from="bert@a.example/x"><body>hi</body></message>'
    from generate_series(1, ${rows}) i`;
  await sql.end();
}

async function isIndexed(): Promise<boolean> {
  const [status, health] = await Promise.all([projectionStatus(), getHealth()]);
  return status.state === "ready" && status.lagRows === 0 && health.status === "ok";
}

async function untilIndexed(): Promise<void> {
  const end = Date.now() + 30_000;
  while (!(await isIndexed().catch(() => false))) {
    if (Date.now() > end) throw new Error(`not indexed: ${worker.output}`);
    await pause(100);
  }
}

test("PostgreSQL goes and comes back, politely or not; worker and pools go on by themselves", async () => {
  await store(3_000);
  await untilIndexed();
  const pid = worker.child.pid;
  for (const how of ["stop", "kill"] as const) {
    await store(5_000);
    if (how === "stop") await server.stop();
    else if (server.pid) process.kill(server.pid, "SIGKILL");
    await pause(1_500);
    expect((await getHealth()).status).toBe("unavailable");
    await server.start();
    await store(2_000);
    await untilIndexed();
  }
  const [count] = await countLines();
  expect(count).toEqual({ n: 3_000 + 2 * 7_000 });
  expect(worker.alive && worker.child.pid === pid).toBe(true);
  expect(await worker.end("SIGTERM")).toBe(0);
}, 120_000);

async function countLines() {
  const sql = postgres(server.url("prosody"), { max: 1 });
  const rows = await sql`select count(*)::int as n from console.message`;
  await sql.end();
  return [...rows];
}
