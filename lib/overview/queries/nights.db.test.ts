import { beforeAll, beforeEach, expect, test } from "vitest";
import { useTestDatabase } from "@/lib/testing/database";
import { useConfiguration } from "@/lib/testing/findings";
import { testGrant } from "@/lib/testing/grants";
import { indexAll } from "@/lib/testing/stages";
import { listNights } from "./nights";
import { getSize } from "./size";

const DAY = 86_400;
const database = useTestDatabase({ fixture: "prosody-0.12", indexed: true });
const configure = useConfiguration();
const grant = testGrant("retention.read", ["auditor"]);
const everywhere = { host: null, zone: "UTC" };

const CONFIG = `modules_enabled = { "mam" }
VirtualHost "chat.example"
  archive_expires_after = "30d"
VirtualHost "corp.example"
  archive_expires_after = "never"
Component "rooms.chat.example" "muc"
  modules_enabled = { "muc_mam" }
  muc_log_expires_after = "60d"`;

/** A row every three hours for a hundred days, in both stores. */
beforeAll(async () => {
  await database.prosody()`
    insert into prosodyarchive (host, "user", store, key, "when", "with", type, value)
    select host, 'alice', store, 'night-' || n, extract(epoch from now())::int - n * 10800, 'bob@chat.example',
      'xml', '<message><body>night</body></message>'
    from generate_series(1, 800) n,
      (values ('chat.example', 'archive'), ('rooms.chat.example', 'muc_log')) h(host, store)`;
  await indexAll();
});
beforeEach(() => configure(CONFIG));
const setRun = async (host: string, task: string, at: number) => {
  await database.prosody()`delete from prosody where store = 'cron' and host = ${host}`;
  await database.prosody()`insert into prosody (host, "user", store, key, type, value)
    values (${host}, '', 'cron', ${task}, 'number', ${String(at)})`;
};

/** Rows whose quarter-hour passes the limit between two runs. */
async function counted(host: string, store: string, from: number | null, to: number) {
  const cut = (at: number) => Math.floor(at / 900) * 900;
  const [row] = await database.superuser()<{ rows: number }[]>`
    select count(*)::int as rows from prosodyarchive where host = ${host} and store = ${store}
      and "when" < ${cut(to)} ${from === null ? database.superuser()`` : database.superuser()`and "when" >= ${cut(from)}`}`;
  return row?.rows ?? 0;
}

test("each night is what PostgreSQL counts, for every host by its own limit and run", async () => {
  const now = Math.floor(Date.now() / 1_000);
  await setRun("chat.example", "mam/remove_expired_messages", now - 20_000);
  await setRun("rooms.chat.example", "muc_mam/remove_expired_messages", now - 7_777);
  const { state, targets, never, unknown } = await listNights(grant, everywhere);
  expect(state).toBe("ready");
  expect(targets.map((it) => `${it.host} ${it.store}`).sort()).toEqual([
    "chat.example archive",
    "rooms.chat.example muc_log",
  ]);
  expect(never.map((it) => it.host)).toEqual(["corp.example"]);
  expect(unknown).toEqual([]);
  for (const { host, store, rows, overdue, nextRunAt, expiresAfterSeconds, known } of targets) {
    expect(known).toBe(true);
    expect(nextRunAt).toBe((host === "chat.example" ? now - 20_000 : now - 7_777) + DAY);
    const cut = nextRunAt - expiresAfterSeconds;
    expect(overdue.rows).toBe(await counted(host, store, null, cut - DAY));
    expect(rows).toHaveLength(14);
    expect(rows[0]).toBe(await counted(host, store, null, cut));
    for (let night = 1; night < 14; night += 1) {
      const border = cut + night * DAY;
      expect(rows[night], `${host} ${night}`).toBe(
        await counted(host, store, border - DAY, border),
      );
    }
    expect(rows[5]).toBeGreaterThan(6);
  }
});

test("one host alone", async () => {
  const { targets, never } = await listNights(grant, { ...everywhere, host: "chat.example" });
  expect(targets.map((it) => it.host)).toEqual(["chat.example"]);
  expect(never).toEqual([]);
});

test("without a configuration nothing is invented", async () => {
  configure(null);
  const { targets, unknown, known } = await listNights(grant, everywhere);
  expect(targets).toEqual([]);
  expect(known).toBe(false);
  expect(unknown.length).toBeGreaterThan(2);
  expect(unknown.every((it) => it.reason === "no-config")).toBe(true);
});

test("how much arrives a day is the mean of whole days", async () => {
  const storage = testGrant("storage.read", ["support"]);
  const { counted: found } = await getSize(storage, everywhere);
  if (found.state !== "ready") throw new Error(found.state);
  const today = Math.floor(Date.now() / 1_000 / DAY) * DAY;
  const [row] = await database.superuser()<{ rows: number; all: number; disk: number }[]>`
    select (count(*) filter (where "when" >= ${today - 28 * DAY} and "when" < ${today}))::float8 / 28 as rows,
      count(*)::int as all, pg_total_relation_size('prosodyarchive')::float8 as disk
    from prosodyarchive`;
  expect(found.data.arrive?.days).toBe(28);
  expect(found.data.arrive?.rows).toBeCloseTo(row?.rows ?? 0, 6);
  expect(found.data.growth.total.rows).toBe(row?.all);
  expect(found.data.diskBytes).toBe(row?.disk);
  const one = await getSize(storage, { ...everywhere, host: "corp.example" });
  expect(one.counted).toMatchObject({ state: "ready", data: { diskBytes: null } });
});
