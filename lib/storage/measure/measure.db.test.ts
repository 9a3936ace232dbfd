import { describe, expect, test } from "vitest";
import { pools } from "@/lib/db/pools";
import { keepSchedule } from "@/lib/jobs/schedule/keep";
import type { Task } from "@/lib/jobs/schedule/run-due";
import { runDue } from "@/lib/jobs/schedule/run-due";
import { useTestDatabase } from "@/lib/testing/database";
import { testGrant } from "@/lib/testing/grants";
import { diskTotal } from "../disk-sizes";
import { getDiskSizes } from "../queries/disk";
import { getHealth } from "../queries/health";
import { getKindCosts } from "../queries/kinds";
import { countCopies } from "./count-copies";
import { STORAGE_SCHEDULES } from "./schedules";
import { takeSample } from "./take-sample";

const grant = testGrant("storage.read");
const database = useTestDatabase({ fixture: "prosody-0.12", indexed: true });

async function perform(task: Task, now = new Date()): Promise<void> {
  const write = await task(pools().jobs, now);
  if (write === "later") throw new Error("later");
  await pools().jobs.begin((tx) => write(tx));
}

describe("the daily sample", () => {
  test("is what PostgreSQL says, to the byte, and one a day", async () => {
    await perform(takeSample, new Date("2026-03-01T00:00:02Z"));
    await perform(takeSample, new Date("2026-03-02T00:00:02Z"));
    await perform(takeSample, new Date("2026-03-02T09:00:00Z"));
    const health = await getHealth(grant);
    const rows = await database.superuser()<Record<string, number | string | Date>[]>`
      select day::text, taken_at, archive_heap_bytes::float8 as heap, archive_toast_bytes::float8 as toast,
        archive_index_bytes::float8 as indexes, database_bytes::float8 as database,
        (data_heap_bytes + data_toast_bytes + data_index_bytes)::float8 as data, free_bytes,
        rows::float8 as rows, stanza_bytes::float8 as stanzas
      from console.storage_sample order by day`;
    expect(rows.map((it) => it.day)).toEqual(["2026-03-01", "2026-03-02"]);
    expect(rows[1]?.taken_at).toEqual(new Date("2026-03-02T09:00:00Z"));
    const [truth] = await database.superuser()<{ rows: number; bytes: number }[]>`
      select count(*)::float8 as rows, sum(octet_length(value))::float8 as bytes from prosodyarchive`;
    expect(rows[0]).toMatchObject({
      heap: health.heapBytes,
      toast: health.toastBytes,
      indexes: health.indexBytes,
      data: health.prosodyBytes,
      rows: truth?.rows,
      stanzas: truth?.bytes,
      // Of a server that is not our embedded one nobody knows the volume.
      free_bytes: null,
    });
    expect(Number(rows[0]?.database)).toBeGreaterThan(health.heapBytes);
  });

  test("the sizes over time are these, before them what is left, and at the end this moment", async () => {
    const found = await getDiskSizes(grant, { zone: "UTC", from: null, to: null });
    if (found.state !== "ready") throw new Error(found.state);
    const { measured, estimated, first, last } = found.data;
    expect(first).toBe(Date.UTC(2026, 2, 1, 0, 0, 2) / 1_000);
    expect(last).toBe(Date.UTC(2026, 2, 2, 9) / 1_000);
    expect(estimated.every((it) => it.at <= (first ?? 0))).toBe(true);
    const [size] = await database.superuser()<{ bytes: number }[]>`
      select pg_database_size(current_database())::float8 as bytes`;
    const now = measured.at(-1);
    if (!now) throw new Error("nothing was measured");
    expect(Math.abs(diskTotal(now) - (size?.bytes ?? 0))).toBeLessThan(1_000_000);
    expect(Math.abs(now.at - Date.now() / 1_000)).toBeLessThan(60);
  });

  test("a range that is over ends with its last sample", async () => {
    const found = await getDiskSizes(grant, { zone: "UTC", from: "2026-03-01", to: "2026-03-01" });
    if (found.state !== "ready") throw new Error(found.state);
    expect(found.data.measured.map((it) => it.at)).toEqual([Date.UTC(2026, 2, 1, 0, 0, 2) / 1_000]);
  });

  test("waits while the index is being made", async () => {
    const sql = database.superuser();
    await sql`update console.indexer_state set built_at = null`;
    expect(await takeSample(pools().jobs, new Date())).toBe("later");
    await sql`update console.indexer_state set built_at = now()`;
  });
});

/** In plain code, out of the rows themselves: for each pair the smaller side of what they say to each other. */
async function countByHand(): Promise<number> {
  const rows = await database.superuser()<{ owner: string; peer: string; n: number }[]>`
    select "user" || '@' || host as owner, lower(split_part("with", '/', 1)) as peer, count(*)::int as n
    from prosodyarchive where store = 'archive' and "user" <> '' group by 1, 2`;
  const counts = new Map(rows.map((it) => [`${it.owner} ${it.peer}`, it.n]));
  let pairs = 0;
  for (const { owner, peer, n } of rows) {
    if (owner < peer) pairs += Math.min(n, counts.get(`${peer} ${owner}`) ?? 0);
  }
  return pairs;
}

describe("second copies", () => {
  test("are what both sides keep of each other, by host and together", async () => {
    for (const plan of STORAGE_SCHEDULES) await keepSchedule(pools().jobs, plan);
    expect((await costs(null))?.copies).toBeNull();
    const tasks = Object.fromEntries(STORAGE_SCHEDULES.map((it) => [it.name, it.task]));
    expect(await runDue(pools().jobs, tasks)).toBe(2);
    const truth = await countByHand();
    expect(truth).toBeGreaterThan(100);
    const copies = (await costs(null))?.copies;
    expect(Math.abs((copies?.rows ?? 0) - truth)).toBeLessThanOrEqual(2);
    expect(copies?.bytes).toBeGreaterThan((copies?.rows ?? 0) * 100);
    expect(copies?.share).toBeGreaterThan(0);
    expect(copies?.share).toBeLessThanOrEqual(0.5);
  });

  test("of one host are those its people keep", async () => {
    const hosts = await database.superuser()<{ host: string }[]>`select host from console.host`;
    const all = await Promise.all(hosts.map(async ({ host }) => (await costs(host))?.copies));
    const sum = all.reduce((total, it) => total + (it?.rows ?? 0), 0);
    expect(sum).toBe((await costs(null))?.copies?.rows);
  });

  test("go when the other side's rows go", async () => {
    const [pair] = await database.superuser()<{ user: string; host: string; before: number }[]>`
      select o."user", h.host, 0 as before from console.owner o join console.host h on h.id = o.host_id
      where o.store = 'archive' order by o.rows desc limit 1`;
    await database.superuser()`
      update console.conversation set rows = 0 where owner_id in (
        select o.id from console.owner o where o."user" = ${pair?.user ?? ""} and o.store = 'archive')`;
    const before = (await costs(null))?.copies?.rows ?? 0;
    await perform(countCopies);
    expect((await costs(null))?.copies?.rows).toBeLessThan(before);
  });

  async function costs(host: string | null) {
    const found = await getKindCosts(grant, { host });
    return found.state === "ready" ? found.data : null;
  }
});
