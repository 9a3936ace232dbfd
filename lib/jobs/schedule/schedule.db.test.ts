import type { TransactionSql } from "postgres";
import { beforeEach, expect, test } from "vitest";
import { pools } from "@/lib/db/pools";
import { useTestDatabase } from "@/lib/testing/database";
import { keepSchedule, type Plan } from "./keep";
import { runDue, type Task } from "./run-due";

const database = useTestDatabase();
const nightly: Plan = {
  ...{ name: "test.nightly", cron: "0 3 * * *", zone: "Europe/Berlin" },
  ...{ enabled: true, atOnce: false },
};

type Line = { next: Date | null; last: Date | null; enabled: boolean };
const lineOf = async (name = nightly.name): Promise<Line | undefined> => {
  const [line] = await database.superuser()<Line[]>`
    select next_run_at as next, last_run_at as last, enabled from console.schedule where name = ${name}`;
  return line;
};
const due = (ago = "3 days") => database.superuser()`
  update console.schedule set next_run_at = now() - ${ago}::interval`;
/** What was done, written as a task writes it. */
const done = async () =>
  (await database.superuser()<{ name: string }[]>`select name from setup_marks`).length;
const mark = (tx: TransactionSql) =>
  tx`insert into setup_marks (name) values ('done')`.then(() => {});
const marking: Task = async () => mark;
const run = (task: Task = marking) => runDue(pools().jobs, { [nightly.name]: task });

beforeEach(async () => {
  const sql = database.superuser();
  await sql`create table if not exists setup_marks (name text)`;
  await sql`grant insert on setup_marks to muniment_worker`;
  await sql`truncate setup_marks`;
  await sql`delete from console.schedule`;
  await keepSchedule(pools().jobs, nightly);
});

test("waits for its hour, which is the next one in its zone", async () => {
  const { next } = (await lineOf()) ?? {};
  expect(next?.getTime()).toBeGreaterThan(Date.now());
  const hour = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", timeZone: nightly.zone });
  expect(hour.format(next ?? 0)).toBe("03");
  expect(await run()).toBe(0);
  expect(await done()).toBe(0);
});

test("what was missed for days is made up once", async () => {
  await due();
  expect(await run()).toBe(1);
  expect(await run()).toBe(0);
  expect(await done()).toBe(1);
  const line = await lineOf();
  expect(line?.next?.getTime()).toBeGreaterThan(Date.now());
  expect(Date.now() - (line?.last?.getTime() ?? 0)).toBeLessThan(60_000);
});

test("any number of workers do it once", async () => {
  await due();
  const all = await Promise.all(Array.from({ length: 6 }, () => run()));
  expect(all.reduce((sum, it) => sum + it, 0)).toBe(1);
  expect(await done()).toBe(1);
});

test("a worker that dies in the middle has done nothing, and the next one does it", async () => {
  await due();
  const dies = run(async () => async (tx) => {
    await mark(tx);
    await tx`select pg_terminate_backend(pg_backend_pid())`;
  });
  await expect(dies).rejects.toThrow();
  expect(await done()).toBe(0);
  expect((await lineOf())?.last).toBeNull();
  expect(await run()).toBe(1);
  expect(await done()).toBe(1);
});

test("one that fails stops no other, and is tried again", async () => {
  await keepSchedule(pools().jobs, { ...nightly, name: "test.other" });
  await due();
  const failing: Task = async () => {
    throw new Error("no room");
  };
  const tasks = { [nightly.name]: failing, "test.other": marking };
  await expect(runDue(pools().jobs, tasks)).rejects.toThrow("no room");
  expect(await done()).toBe(1);
  expect(await run()).toBe(1);
});

test("what it needs is not there yet: later, and it has not been done", async () => {
  await due();
  expect(await run(async () => "later")).toBe(0);
  const line = await lineOf();
  expect(line?.last).toBeNull();
  const seconds = ((line?.next?.getTime() ?? 0) - Date.now()) / 1_000;
  expect(seconds).toBeGreaterThan(30);
  expect(seconds).toBeLessThan(61);
});

test("kept again it stays as it is; another hour counts from now; switched off it never runs", async () => {
  await due();
  await keepSchedule(pools().jobs, nightly);
  expect((await lineOf())?.next?.getTime()).toBeLessThan(Date.now());
  await keepSchedule(pools().jobs, { ...nightly, cron: "0 4 * * *" });
  expect((await lineOf())?.next?.getTime()).toBeGreaterThan(Date.now());
  await keepSchedule(pools().jobs, { ...nightly, enabled: false });
  await due();
  expect(await run()).toBe(0);
  expect(await done()).toBe(0);
});

test("new, it may be due at once", async () => {
  await keepSchedule(pools().jobs, { ...nightly, name: "test.new", atOnce: true });
  expect(await runDue(pools().jobs, { "test.new": marking })).toBe(1);
  expect((await lineOf("test.new"))?.next?.getTime()).toBeGreaterThan(Date.now());
});

test("one that nobody here knows is left to those who do", async () => {
  await due();
  expect(await runDue(pools().jobs, { "test.other": marking })).toBe(0);
  expect((await lineOf())?.next?.getTime()).toBeLessThan(Date.now());
});
