import { spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import path from "node:path";
import { afterAll, afterEach, expect, test } from "vitest";
import { runNode, stopChildren } from "./lib/children.mjs";
import { becomesTrue, isAlive, signalQuietly } from "./lib/processes.mjs";
import { inRoot } from "./lib/root.mjs";
import { supervise } from "./lib/supervise.mjs";
import { makeTempFolder } from "./lib/temp-folder.mjs";

const folder = makeTempFolder("muniment-supervise");
const program = (/** @type {string} */ name, /** @type {string} */ text) => {
  const file = path.join(folder, `${name}.mjs`);
  fs.writeFileSync(file, text);
  return file;
};
afterEach(() => stopChildren(1_000));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

const idle = program("idle", "setInterval(() => {}, 1000);");
const stubborn = program(
  "stubborn",
  "process.on('SIGTERM', () => {}); setInterval(() => {}, 1000);",
);
const broken = program("broken", "process.exit(7);");

test("what dies is started again, until it is told to stop", async () => {
  const stopping = new AbortController();
  /** @type {(number | undefined)[]} */
  const pids = [];
  /** @type {string[]} */
  const lines = [];
  const launch = async () => {
    const running = runNode([idle]);
    pids.push(running.child.pid);
    return running;
  };
  const over = supervise({
    name: "The worker",
    launch,
    stopping: stopping.signal,
    log: (line) => lines.push(line),
  });
  expect(await becomesTrue(() => pids.length === 1, 1_000)).toBe(true);
  signalQuietly(pids[0] ?? 0, "SIGKILL");
  expect(await becomesTrue(() => pids.length === 2, 3_000)).toBe(true);
  expect(lines).toEqual(["The worker ended with SIGKILL; it is started again"]);
  stopping.abort();
  await stopChildren(2_000);
  await over;
  expect(pids).toHaveLength(2);
});

test("what dies five times within a minute is given up, with the reason", async () => {
  let starts = 0;
  const launch = async () => {
    starts += 1;
    return runNode([broken]);
  };
  const { signal } = new AbortController();
  const over = supervise({ name: "The worker", launch, stopping: signal, log: () => {} });
  await expect(over).rejects.toThrow(
    "The worker died 5 times within a minute; the last time it ended with code 7.",
  );
  expect(starts).toBe(5);
});

test("a child that does not listen is ended with force", async () => {
  const { child, down } = runNode([stubborn]);
  await becomesTrue(() => false, 500);
  const begin = Date.now();
  await stopChildren(300);
  expect(await down).toBe("ended with SIGKILL");
  expect(Date.now() - begin).toBeLessThan(1_500);
  expect(isAlive(child.pid ?? 0)).toBe(false);
});

test("kill -9 of the parent takes its children with it", async () => {
  const children = inRoot("scripts", "lib", "children.mjs");
  const parent = program(
    "parent",
    `import { runNode } from ${JSON.stringify(children)};
     console.log(runNode([${JSON.stringify(idle)}]).child.pid);`,
  );
  const process = spawn(globalThis.process.execPath, [parent], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [data] = await once(process.stdout, "data");
  const pid = Number(String(data));
  await becomesTrue(() => false, 500);
  expect(isAlive(pid)).toBe(true);
  process.kill("SIGKILL");
  expect(await becomesTrue(() => !isAlive(pid), 3_000)).toBe(true);
});
