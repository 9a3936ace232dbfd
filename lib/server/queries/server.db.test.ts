import { expect, test } from "vitest";
import { listHoldingBack } from "@/lib/archive/projection/holding-back";
import { pools } from "@/lib/db/pools";
import { useTestDatabase } from "@/lib/testing/database";
import { testGrant } from "@/lib/testing/grants";
import { indexAll, indexSteps } from "@/lib/testing/stages";
import { getServerFacts } from "./facts";
import { getServerPulse } from "./pulse";

const database = useTestDatabase({ fixture: "prosody-0.12", indexed: true });
const grant = testGrant("server.read", ["support"]);
const facts = () => getServerFacts(grant);
const pulse = () => getServerPulse(grant);

const store = (key: string, at: string) => `
  insert into prosodyarchive (host, "user", store, key, "when", "with", type, value)
  values ('chat.example', 'alice', 'archive', '${key}', ${at}, 'bob@chat.example', 'xml',
    '<message xmlns="jabber:client" type="chat"><body>late</body></message>')`;

test("what the console is connected to is what PostgreSQL says of itself", async () => {
  const [own] = await database.superuser()<{ version: string; started: number }[]>`
    select current_setting('server_version') as version,
      extract(epoch from pg_postmaster_start_time())::float8 as started`;
  const { database: seen, adoption, extensions } = await facts();
  expect(seen).toMatchObject({
    name: database.name(),
    version: own?.version.split(" ")[0],
    login: "muniment",
    role: "muniment_web",
    startedAt: own?.started,
    standby: false,
    encrypted: false,
  });
  expect(seen.address).toMatch(/^127\.0\.0\.1 port \d+$/);
  expect(adoption).toMatchObject({ layout: "prosody", adopted: true });
  const installed = await database.superuser()`
    select extname::text as name, extversion as version from pg_extension`;
  for (const { name, installed: version } of extensions) {
    expect(version).toBe(installed.find((it) => it.name === name)?.version ?? null);
  }
  expect(extensions.map((it) => it.name)).toEqual(["btree_gin", "pg_trgm", "pg_stat_statements"]);
});

test("what is missing on Prosody's table is named, and what is left half made", async () => {
  const sql = database.superuser();
  await sql`alter table prosodyarchive disable trigger muniment_capture_delete`;
  await sql`drop index prosodyarchive_muniment_time`;
  const { adopted, objects } = (await facts()).adoption;
  expect(adopted).toBe(false);
  expect(objects.find((it) => it.name === "prosodyarchive_muniment_time")?.state).toBe("missing");
  expect(objects.find((it) => it.name === "muniment_capture_delete")?.state).not.toBe("present");
  expect(objects.find((it) => it.name === "muniment_capture_update")?.state).toBe("present");
  await sql`alter table prosodyarchive enable always trigger muniment_capture_delete`;
  await sql`create index prosodyarchive_muniment_time on prosodyarchive ("when", sort_id)`;
  expect((await facts()).adoption.adopted).toBe(true);
});

test("Prosody's hosts, its version, and when its daily tasks ran", async () => {
  const now = Math.floor(Date.now() / 1000);
  const sql = database.prosody();
  await sql`delete from prosody where store = 'cron'`;
  const ran = (host: string, task: string, at: number) => sql`
    insert into prosody (host, "user", store, key, type, value)
    values (${host}, '', 'cron', ${task}, 'number', ${String(at)})`;
  await ran("chat.example", "mam/remove_expired_messages", now - 3_600);
  await ran("rooms.chat.example", "muc_mam/remove_expired_messages", now - 3 * 86_400);
  await ran("chat.example", "something/else", now - 60);
  const { evidence, hosts, tasks } = (await facts()).prosody;
  expect(evidence).toEqual({ version: "0.12", certain: true, by: "cron" });
  const stored = await database.superuser()<{ host: string }[]>`
    select host from prosody where host <> '' union select host from prosodyarchive
      where store in ('archive', 'muc_log', 'uploads') order by 1`;
  expect(hosts).toEqual(stored.map((it) => it.host).sort());
  const of = (host: string, task: string) =>
    tasks.find((it) => it.host === host && it.task === task);
  expect(of("chat.example", "mam/remove_expired_messages")).toMatchObject({
    state: "on-time",
    lastRunAt: now - 3_600,
  });
  expect(of("rooms.chat.example", "muc_mam/remove_expired_messages")?.state).toBe("overdue");
  expect(of("corp.example", "mam/remove_expired_messages")).toMatchObject({
    state: "never-ran",
    lastRunAt: null,
  });
  expect(of("chat.example", "something/else")).toMatchObject({ state: "other" });
  expect(new Set(tasks.map((it) => `${it.host} ${it.task}`)).size).toBe(tasks.length);
});

test("workers with their beats; one that was killed is silent, and forgotten after an hour", async () => {
  const sql = database.superuser();
  await sql`insert into console.worker_beat (id, pid, started_at, beat_at) values
    ('a', 11, now() - interval '1 h', now() - interval '2 s'),
    ('b', 12, now() - interval '3 h', now() - interval '40 s'),
    ('c', 13, now() - interval '9 h', now() - interval '2 h')`;
  const { workers } = await pulse();
  expect(workers.map((it) => [it.pid, it.alive])).toEqual([
    [11, true],
    [12, false],
  ]);
  expect(workers[1]?.beatAgeSeconds).toBeGreaterThanOrEqual(40);
});

test("connections and jobs are counted", async () => {
  await database.superuser()`
    insert into console.job (kind, subject, lane, params, operator_id, operator_name, state, ended_at)
    values ('maintenance.vacuum', 'one', 'x', '{}', 'o', 'o', 'failed', now()),
      ('maintenance.vacuum', 'two', 'x', '{}', 'o', 'o', 'failed', now() - interval '2 days'),
      ('maintenance.vacuum', 'three', 'y', '{}', 'o', 'o', 'waiting', null)`;
  const { jobs, connections } = await pulse();
  expect(jobs).toEqual({ waiting: 1, running: 0, failed: 1 });
  const web = connections.ours.filter((it) => it.pool === "web");
  const open = web.reduce((sum, it) => sum + it.n, 0);
  expect(open).toBeGreaterThan(0);
  expect(open).toBeLessThanOrEqual(connections.most.web ?? 0);
  expect(connections.all).toBeGreaterThanOrEqual(open);
  expect(connections.allowed).toBeGreaterThan(connections.all);
});

test("rows that wait are counted and dated; whoever holds them back is named", async () => {
  expect((await pulse()).index).toMatchObject({ lagRows: 0, oldestWaitingAt: null });
  const sql = database.superuser();
  const holder = await sql.reserve();
  try {
    await holder`begin`;
    const [own] = await holder<{ pid: number }[]>`
      select pg_backend_pid() as pid, pg_current_xact_id() as id`;
    await database.prosody().unsafe(store("late-1", "1700000000"));
    await database.prosody().unsafe(store("late-2", "1800000000"));
    await indexSteps(2);
    expect((await pulse()).index).toMatchObject({ lagRows: 2, oldestWaitingAt: 1_700_000_000 });
    // A few seconds are no news.
    const mine = async () => (await pulse()).holdingBack.filter((it) => it.pid === own?.pid);
    expect(await mine()).toEqual([]);
    await sql`update console.indexer_state set pending_at = pending_at - interval '1 min'`;
    const [seen] = await mine();
    // Ours may not see how long another login's transaction is open: at least as long as was waited.
    expect(seen).toMatchObject({ why: "may-store", database: database.name(), atLeast: true });
    expect(seen?.seconds).toBeGreaterThanOrEqual(60);
    await holder`commit`;
    expect(await mine()).toEqual([]);
  } finally {
    holder.release();
  }
  await indexAll();
  expect((await pulse()).index).toMatchObject({ state: "ready", lagRows: 0 });
});

test("who has deleted and not committed is named", async () => {
  const sql = database.superuser();
  const holder = await sql.reserve();
  try {
    await holder`begin`;
    const [own] = await holder<{ pid: number }[]>`select pg_backend_pid() as pid`;
    await holder`delete from prosodyarchive where key = 'late-1'`;
    const found = await listHoldingBack(pools().interactive);
    expect(found.find((it) => it.pid === own?.pid)).toMatchObject({
      why: "deletes",
      seconds: null,
      atLeast: false,
    });
  } finally {
    await holder`rollback`;
    holder.release();
  }
});
