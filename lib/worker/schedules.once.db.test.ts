import { randomInt } from "node:crypto";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { useTestDatabase } from "@/lib/testing/database";
import { bundleWorker, removeWorkerBundle, WorkerProcess } from "@/lib/testing/worker-process";

const database = useTestDatabase({ fixture: "prosody-0.12", indexed: true });
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));
const PATIENCE = { timeout: 60_000, interval: 100 };

let workers: WorkerProcess[] = [];
const start = () => {
  const worker = new WorkerProcess(database.url());
  workers.push(worker);
  return worker;
};

beforeAll(bundleWorker);
afterEach(async () => {
  for (const worker of workers) if (worker.alive) await worker.end("SIGKILL");
  workers = [];
});
afterAll(removeWorkerBundle);

/** Every write of a sample, also one that takes the place of another of the same day. */
async function countWrites(): Promise<void> {
  const sql = database.superuser();
  await sql`create table writes (at timestamptz default clock_timestamp())`;
  await sql`grant insert on writes to muniment_worker`;
  await sql.unsafe(`
    create function note_write() returns trigger language plpgsql as
      $$ begin insert into public.writes default values; return null; end $$;
    create trigger note_write after insert or update on console.storage_sample
      for each row execute function note_write()`);
}
const writes = async () => (await database.superuser()`select from writes`).length;
const isDue = () => database.superuser()`
  update console.schedule set next_run_at = now() - interval '3 days' where name = 'storage.sample'`;
const runs = async () => {
  const [row] = await database.superuser()<{ next: Date; last: Date | null }[]>`
    select next_run_at as next, last_run_at as last from console.schedule where name = 'storage.sample'`;
  return row;
};

test("the first worker measures at once, three of them measure once, and the night comes next", async () => {
  await countWrites();
  for (let n = 0; n < 3; n += 1) start();
  await expect.poll(async () => (await runs())?.last ?? null, PATIENCE).not.toBeNull();
  await pause(6_000);
  expect(await writes()).toBe(1);
  const next = (await runs())?.next;
  expect(next?.toISOString()).toMatch(/T00:00:00/);
  expect((next?.getTime() ?? 0) - Date.now()).toBeLessThanOrEqual(86_400_000);
});

test("killed at random moments, what was missed is made up, once", async () => {
  const before = await writes();
  await isDue();
  for (let round = 0; round < 3; round += 1) {
    const worker = start();
    await pause(randomInt(1_500));
    await worker.end("SIGKILL");
  }
  start();
  await expect
    .poll(async () => (await runs())?.next.getTime(), PATIENCE)
    .toBeGreaterThan(Date.now());
  await pause(6_000);
  // A worker that was killed behind the commit has done it; whoever came after did not do it again.
  expect(await writes()).toBe(before + 1);
});
