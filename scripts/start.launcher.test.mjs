import fs from "node:fs";
import net from "node:net";
import path from "node:path";
import { afterAll, afterEach, expect, test } from "vitest";
import { freePort } from "./lib/ports.mjs";
import { becomesTrue, isAlive, postgresProcessesOf, signalQuietly } from "./lib/processes.mjs";
import { makeTempFolder } from "./lib/temp-folder.mjs";
import { Program } from "./lib/testing/program.mjs";

const PARTS = { web: /scripts\/web\.mjs/, worker: /dist\/worker\.mjs/, database: /bin\/postgres / };

const folder = makeTempFolder("muniment-start");
const data = path.join(folder, "data");
const port = await freePort();
const address = `http://127.0.0.1:${port}`;
const variables = {
  PORT: String(port),
  MUNIMENT_DATA: data,
  MUNIMENT_DEMO: "0",
  MUNIMENT_PASSWORD: "first password",
};

/** @type {Program[]} */
const programs = [];
function run(/** @type {string} */ script, /** @type {string[]} */ args = [], more = {}) {
  const program = new Program(script, args, { ...variables, ...more });
  programs.push(program);
  return program;
}

afterEach(async () => {
  for (const { child, exit } of programs.splice(0)) {
    child.kill("SIGTERM");
    await exit;
  }
});
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

const health = async () => (await fetch(`${address}/api/health`)).json();
const everyPart = (/** @type {Program} */ program) =>
  Object.values(PARTS).flatMap((part) => program.children(part));

test("start, SIGTERM: ready with everything, then nothing is left", async () => {
  const first = run("start.mjs");
  await first.says(/^Sign in as admin with password first password$/m, 40_000);
  expect(first.stdout).toMatch(
    /^sql = \{ driver = "PostgreSQL"; database = "prosody"; username = "prosody"; password = "[\w-]+"; host = "127\.0\.0\.1"; port = \d+ \}$/m,
  );
  expect(first.stdout).toContain(`\nMuniment is ready at ${address}\n`);
  expect(await health()).toMatchObject({ status: "ok", layout: "prosody" });
  const parts = everyPart(first);
  expect(parts).toHaveLength(3);

  const begin = Date.now();
  first.child.kill("SIGTERM");
  expect(await first.exit).toBe(0);
  expect(Date.now() - begin).toBeLessThan(5_000);
  expect(parts.filter(isAlive)).toEqual([]);
  expect(postgresProcessesOf(path.join(data, "postgres"))).toEqual([]);
});

test("what is killed comes back, and a killed start leaves nothing behind", async () => {
  const second = run("start.mjs");
  const begin = Date.now();
  await second.says(/is ready at/, 10_000);
  expect(Date.now() - begin).toBeLessThan(5_000);
  expect(second.output).not.toContain("Sign in as");

  const before = everyPart(second);
  for (const pid of before) signalQuietly(pid, "SIGKILL");
  const replaced = () =>
    everyPart(second).length === 3 && everyPart(second).every((pid) => !before.includes(pid));
  expect(await becomesTrue(replaced, 8_000)).toBe(true);
  const well = async () => (await health().catch(() => ({}))).status === "ok";
  for (let attempt = 0; attempt < 80 && !(await well()); attempt += 1)
    await becomesTrue(() => false, 100);
  expect(await health()).toMatchObject({ status: "ok" });

  const after = everyPart(second);
  second.child.kill("SIGKILL");
  expect(await becomesTrue(() => !after.some(isAlive), 5_000)).toBe(true);
});

test("a port in use and a bad variable are each one clear line", async () => {
  const squatter = net.createServer().listen(port, "127.0.0.1");
  const refused = run("start.mjs");
  expect(await refused.exit).toBe(1);
  expect(refused.output.trim()).toMatch(new RegExp(`^Port ${port} is in use[^\\n]*$`));
  squatter.close();
  const bad = run("start.mjs", [], { PORT: "http" });
  expect(await bad.exit).toBe(2);
  expect(bad.output).toBe("PORT: must be a port\n");
});

test("the command line starts the database for its own time, and answers on stdout alone", async () => {
  const info = run("muniment.mjs", ["info", "--json"]);
  expect([await info.exit, JSON.parse(info.stdout)]).toMatchObject([
    0,
    { layout: "prosody", rows: 0 },
  ]);
  expect(postgresProcessesOf(path.join(data, "postgres"))).toEqual([]);
  expect(await run("muniment.mjs", ["no-such-command"]).exit).toBe(2);
  expect(await run("muniment.mjs", ["--help"]).exit).toBe(0);
  const DATABASE_URL = `postgres://nobody:nothing@127.0.0.1:${await freePort()}/prosody`;
  expect(await run("muniment.mjs", ["info"], { DATABASE_URL }).exit).toBe(3);
});
