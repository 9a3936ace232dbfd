import { afterAll, beforeAll, expect, test } from "vitest";
import { projectionStatus } from "@/lib/archive/projection/status";
import { useTestDatabase } from "@/lib/testing/database";
import { expectTrueProjection } from "@/lib/testing/expect-true";
import { bundleWorker, removeWorkerBundle, WorkerProcess } from "@/lib/testing/worker-process";

const database = useTestDatabase({ adopted: true });
/** More than the worker takes for few (lib/archive/projection/start-over.ts). */
const ROWS = 110_000;

beforeAll(bundleWorker);
afterAll(removeWorkerBundle);

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 150_000; !(await holds()); ) {
    if (Date.now() > end) throw new Error("waited in vain");
    await new Promise((done) => setTimeout(done, 50));
  }
}

const builtRows = async () => {
  const [row] = await database.superuser()<{ n: number }[]>`
    select build_rows::int as n from console.indexer_state where step = 'rows'`;
  return row?.n ?? 0;
};

test("a large archive is read by threads, killed and taken up again, while messages come and go", async () => {
  const sql = database.prosody();
  await sql`
    insert into prosodyarchive (host, "user", store, key, "when", "with", type, value)
    select 'a.example', 'user' || i % 900, case when i % 50 = 0 then 'pep_x' else 'archive' end,
      'key' || i, 1700000000 + i, 'peer' || i % 77 || '@b.example', 'xml',
      format('<message type="chat" from="peer%s@b.example/x" id="%s"><body>word%s and number %s</body>%s</message>',
        i % 77, i, i % 1000, i, case when i % 40 = 0 then
          format('<replace xmlns="urn:xmpp:message-correct:0" id="%s"/>', i - 900) end)
    from generate_series(1, ${ROWS}) i`;
  await sql`analyze prosodyarchive`;
  const first = new WorkerProcess(database.url());
  await until(async () => (await builtRows()) > ROWS / 10);
  await first.end("SIGKILL");
  const before = await builtRows();
  expect(before).toBeGreaterThan(0);
  expect(before).toBeLessThan(ROWS);
  await sql`delete from prosodyarchive where "user" in ('user3', 'user4')`;
  const second = new WorkerProcess(database.url());
  await sql`delete from prosodyarchive where key like 'key99%'`;
  await until(async () => {
    const { state, lagRows } = await projectionStatus();
    return state === "ready" && lagRows === 0;
  });
  expect(await second.end("SIGTERM")).toBe(0);
  expect(second.output).not.toMatch(/error|deadlock/i);
  await expectTrueProjection(database);
}, 180_000);
