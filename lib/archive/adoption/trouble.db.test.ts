import { readFileSync, rmSync, statSync } from "node:fs";
import { expect, test } from "vitest";
import { useTestDatabase } from "@/lib/testing/database";
import { catalogueFingerprint } from "@/lib/testing/fingerprint";
import { testGrant } from "@/lib/testing/grants";
import { indexAll } from "@/lib/testing/stages";
import { adopt } from "./adopt";
import { adoptionPlan } from "./plan";
import { refreshCapture } from "./refresh";
import { release } from "./release";

const grant = testGrant("storage.maintain");
const database = useTestDatabase({ fixture: "prosody-0.12" });

test("an index left invalid by a cancelled build is replaced", async () => {
  const sql = database.superuser();
  await sql`set role prosody`;
  await sql`create index prosodyarchive_muniment_time on prosodyarchive ("when", sort_id)`;
  await sql`reset role`;
  await sql`update pg_index set indisvalid = false
    where indexrelid = 'prosodyarchive_muniment_time'::regclass`;
  expect((await adoptionPlan()).objects[0]).toMatchObject({ state: "invalid" });
  await adopt(grant);
  expect((await adoptionPlan()).adopted).toBe(true);
});

test("a trigger function of another version is replaced without building anew", async () => {
  await indexAll();
  const sql = database.superuser();
  await sql.unsafe(`create or replace function console.capture_truncate() returns trigger
    language plpgsql security definer as 'begin return null; end'`);
  expect((await adopt(grant)).created).toEqual(["muniment_capture_truncate"]);
  expect(await sql`select rebuild from console.indexer_state`).toEqual([{ rebuild: false }]);
});

test("an update gives the triggers that are there the functions of its version, and touches no table", async () => {
  const sql = database.superuser();
  const table = () => catalogueFingerprint(sql);
  const before = await table();
  await sql.unsafe(`create or replace function console.capture_delete() returns trigger
    language plpgsql security definer as 'begin return null; end'`);
  const holder = await database.prosody().reserve();
  await holder`begin`;
  await holder`lock table prosodyarchive in access exclusive mode`;
  expect(await refreshCapture()).toBe(true);
  await holder`rollback`;
  holder.release();
  expect((await adoptionPlan()).adopted).toBe(true);
  expect(await table()).toEqual(before);
  await sql`alter function console.capture_delete() owner to current_user`;
  expect(await refreshCapture()).toBe(true);
  await sql.unsafe(`create or replace function console.capture_delete() returns trigger
    language plpgsql security definer as 'begin return null; end'`);
  expect(await refreshCapture()).toBe(false);
  await sql`alter function console.capture_delete() owner to muniment_migrate`;
  expect(await refreshCapture()).toBe(true);
  expect((await adoptionPlan()).adopted).toBe(true);
});

test("a long transaction on the table delays adoption, but nobody waits behind it", async () => {
  await release(grant);
  const sql = database.prosody();
  const holder = await sql.reserve();
  await holder`begin`;
  await holder`select from prosodyarchive limit 1`;
  await holder`insert into prosodyarchive (host, "user", store, key, "when", "with", type, value)
    values ('chat.example', 'alice', 'archive', 'held', 1, 'b@c', 'xml', '<message/>')`;
  let slowest = 0;
  const adopting = adopt(grant).finally(() => {
    slowest += 0;
  });
  const until = Date.now() + 3_500;
  while (Date.now() < until) {
    const start = performance.now();
    await sql`insert into prosodyarchive (host, "user", store, key, "when", "with", type, value)
      values ('chat.example', 'alice', 'archive', gen_random_uuid()::text, 1, 'b@c', 'xml', '<message/>')`;
    slowest = Math.max(slowest, performance.now() - start);
    await new Promise((done) => setTimeout(done, 20));
  }
  await holder`commit`;
  holder.release();
  expect((await adopting).created).toHaveLength(10);
  // The lock timeout of the triggers' DDL is 2 s; an insert may have to wait for that long once.
  expect(slowest).toBeLessThan(2_500);
});

test("a login that does not own the table is told so", async () => {
  await release(grant);
  const sql = database.superuser();
  await sql`revoke prosody from muniment_migrate`;
  try {
    await expect(adopt(grant)).rejects.toMatchObject({ code: "forbidden" });
    const [last] = await sql`
      select action, phase from console.audit_entry order by seq desc limit 1`;
    expect(last).toEqual({ action: "adoption.apply", phase: "refused" });
  } finally {
    await sql`grant prosody to muniment_migrate`;
  }
});

test("purge writes the trail to a file, then nothing of ours is left", async () => {
  const before = await catalogueFingerprint(database.superuser());
  await adopt(grant);
  const { trail } = await release(grant, { purge: true });
  const lines = readFileSync(trail ?? "", "utf8")
    .trim()
    .split("\n");
  expect(JSON.parse(lines.at(-1) ?? "")).toMatchObject({
    canonical: expect.stringContaining("done"),
  });
  expect(statSync(trail ?? "").mode & 0o077).toBe(0);
  rmSync(trail ?? "");
  const [schemas] = await database.superuser()`
    select count(*)::int as n from pg_namespace where nspname like 'console%'`;
  expect(schemas).toEqual({ n: 0 });
  expect(await catalogueFingerprint(database.superuser())).toEqual(before);
});
