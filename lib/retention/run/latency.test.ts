import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { FIXED_PAUSE_MS, Latency, nextPause, type Probe } from "./latency";

/** Says what it is told to say, as often as it is asked. */
function probe(first: number | null, everyMs = 5) {
  const told = { ms: first, asked: 0 };
  const ask = async () => {
    told.asked += 1;
    return told.ms;
  };
  return { told, probe: { everyMs, ask } satisfies Probe };
}

async function asked(told: { asked: number }): Promise<void> {
  const before = told.asked;
  while (told.asked < before + 2) await sleep(2);
}

test("the pause doubles while somebody waits and shrinks when nobody does", () => {
  expect([nextPause(10, 51), nextPause(10, 50), nextPause(1_600, 400), nextPause(400, 0)]).toEqual([
    20, 10, 2_000, 200,
  ]);
});

test("batches that are faster than the looks undo nothing", async () => {
  const { probe: slow } = probe(400, 60_000);
  const latency = await Latency.watch([slow]);
  expect(latency.next()).toEqual({ pauseMs: 20, watched: true });
  for (let n = 0; n < 20; n += 1) expect(latency.next().pauseMs).toBe(20);
  await latency.end();
});

test("the larger of what is known decides, and what is not shown is not quiet", async () => {
  const [statements, socket] = [probe(null), probe(300)];
  const latency = await Latency.watch([statements.probe, socket.probe]);
  expect(latency.next()).toEqual({ pauseMs: 20, watched: true });
  socket.told.ms = 1;
  statements.told.ms = 90;
  await Promise.all([asked(statements.told), asked(socket.told)]);
  latency.next();
  await Promise.all([asked(statements.told), asked(socket.told)]);
  expect(latency.next().pauseMs).toBeGreaterThanOrEqual(40);
  statements.told.ms = socket.told.ms = null;
  await Promise.all([asked(statements.told), asked(socket.told)]);
  expect(latency.next()).toEqual({ pauseMs: FIXED_PAUSE_MS, watched: false });
  await latency.end();
});
