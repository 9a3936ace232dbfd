import { randomInt } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { useTestDatabase } from "@/lib/testing/database";
import { expectTrueProjection } from "@/lib/testing/expect-true";
import { pause, type StormCounts, storm } from "@/lib/testing/storm";
import { bundleWorker, removeWorkerBundle, WorkerProcess } from "@/lib/testing/worker-process";

const database = useTestDatabase({ fixture: "empty", adopted: true });
const ROUNDS = 4;
const WRITERS = 3;
const STATEMENTS = Math.ceil(10_000 / ROUNDS / WRITERS);

beforeAll(bundleWorker);
afterAll(removeWorkerBundle);

const rebuild = () =>
  database.superuser()`update console.indexer_state set rebuild = true where one`;

/** A worker that is killed again and again; in between the projection is begun anew. */
async function disturb(goesOn: () => boolean): Promise<number> {
  let killed = 0;
  while (goesOn()) {
    const worker = new WorkerProcess(database.url());
    await pause(1_000 + randomInt(3_000));
    if (randomInt(3) === 0) await rebuild();
    await pause(randomInt(2_000));
    await worker.end("SIGKILL");
    expect(worker.output).not.toMatch(/error|deadlock/i);
    killed += 1;
  }
  return killed;
}

test("10,000 random statements, workers killed and rebuilds in between: every sum is a recount", async () => {
  const all: StormCounts = {};
  for (let round = 0; round < ROUNDS; round += 1) {
    let stormy = true;
    const disturber = disturb(() => stormy);
    const writers = Array.from({ length: WRITERS }, () => storm(database.prosody(), STATEMENTS));
    const counts = await Promise.all(writers).finally(() => {
      stormy = false;
    });
    expect(await disturber).toBeGreaterThan(0);
    for (const [name, count] of counts.flatMap((it) => Object.entries(it))) {
      all[name] = (all[name] ?? 0) + count;
    }
    await expectTrueProjection(database);
  }
  expect(all.all).toBeGreaterThanOrEqual(10_000);
  for (const name of ["append", "insertMany", "updateMany", "deleteMany", "expire", "undone"]) {
    expect(all[name], name).toBeGreaterThan(20);
  }
  const [left] = await database.superuser()<{ days: number; rows: number }[]>`
    select count(*)::int as days, sum(rows)::int as rows from console.rollup_day`;
  expect(left?.days).toBeGreaterThan(20);
  expect(left?.rows).toBeGreaterThan(500);
}, 600_000);
