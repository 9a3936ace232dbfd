import { describe, expect, test } from "vitest";
import { pools } from "@/lib/db/pools";
import { cancelJob } from "@/lib/jobs/cancel";
import { beatJob, claimJob, endJob, putJobBack } from "@/lib/jobs/claim";
import { openJobConnection } from "@/lib/jobs/connection";
import { getJob, listJobs } from "@/lib/jobs/queries";
import { ARCHIVE, reader, runAll, useCare } from "@/lib/testing/care";
import { testGrant } from "@/lib/testing/grants";
import { requestMaintenance } from "../commands/request-maintenance";

const { database, grant, run, trail } = useCare();

test("what a dead worker left running in the database is ended before the job begins anew", async () => {
  const { id } = await requestMaintenance(grant(), { what: "analyze", target: ARCHIVE });
  const dead = openJobConnection(id, 1_000);
  const [backend] = await dead<{ pid: number }[]>`select pg_backend_pid() as pid`;
  const left = dead`select pg_sleep(600)`.then(
    () => "slept",
    () => "ended",
  );
  await database.superuser()`
    update console.job set state = 'running', worker = 'dead', attempt = 1, started_at = now(),
      beat_at = now() - interval '16 seconds' where id = ${id}`;
  await runAll();
  expect(await left).toBe("ended");
  expect(await getJob(reader, id)).toMatchObject({ state: "done", attempt: 2 });
  expect(
    await database.superuser()`select from pg_stat_activity where pid = ${backend?.pid ?? 0}`,
  ).toHaveLength(0);
  await dead.end({ timeout: 2 });
});

test("a worker that was thought dead and comes back changes nothing any more", async () => {
  const { id } = await requestMaintenance(grant(), { what: "analyze", target: ARCHIVE });
  const first = await claimJob(pools().jobs, "first", [id]);
  await database.superuser()`
    update console.job set beat_at = now() - interval '16 seconds' where id = ${id}`;
  const second = await claimJob(pools().jobs, "second", [id]);
  if (!first || !second) throw new Error("not claimed");
  expect([first.attempt, second.attempt]).toEqual([1, 2]);
  const end = { state: "done", result: {}, error: null, details: {} } as const;
  expect(await beatJob(pools().jobs, first, null, null)).toBe("lost");
  expect(await endJob(pools().jobs, first, end)).toBe(false);
  await putJobBack(pools().jobs, first);
  expect(await getJob(reader, id)).toMatchObject({ state: "running", attempt: 2 });
  expect(await endJob(pools().jobs, second, end)).toBe(true);
});

describe("who may", () => {
  test("whoever lost the permission since asking: not begun, and on the trail", async () => {
    const { id } = await requestMaintenance(grant(), { what: "analyze", target: ARCHIVE });
    await database.superuser()`
      update console.operator set roles = '{support}' where id = ${grant().operator.id}`;
    await runAll();
    expect(await getJob(reader, id)).toMatchObject({
      state: "failed",
      startedAt: expect.any(Number),
      error: { reason: "job-not-permitted" },
    });
    expect((await trail(1))[0]).toBe(`maintenance.analyze refused ${ARCHIVE}`);
  });

  test("whoever was disabled since asking, too; and an id that is nobody's", async () => {
    const { id } = await requestMaintenance(grant(), { what: "analyze", target: ARCHIVE });
    await database.superuser()`
      update console.operator set disabled_at = now() where id = ${grant().operator.id}`;
    const other = testGrant("storage.maintain");
    const { id: second } = await requestMaintenance(other, { what: "vacuum", target: ARCHIVE });
    await runAll();
    for (const it of [id, second]) {
      expect(await getJob(reader, it)).toMatchObject({ error: { reason: "job-not-permitted" } });
    }
  });

  test("auditors see no jobs, and an id out of reach answers as a random one", async () => {
    const { id } = await run("analyze", ARCHIVE);
    const auditor = testGrant("storage.read", ["auditor"]);
    expect(await listJobs(auditor)).toEqual([]);
    for (const it of [id, "5b0b1c1e-8a3e-4a3d-9f53-2f5f6f2f1d11", "x"]) {
      await expect(getJob(auditor, it)).rejects.toMatchObject({ code: "not-found" });
    }
    await expect(cancelJob(testGrant("storage.maintain", ["support"]), id)).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(cancelJob(grant(), id)).rejects.toMatchObject({ code: "conflict" });
  });

  test("a login that does not own the table: the job says who must run what", async () => {
    const sql = database.superuser();
    await sql`alter table prosodyarchive owner to postgres`;
    try {
      for (const [what, target, statement] of [
        ["vacuum", ARCHIVE, `vacuum (index_cleanup on, truncate off) ${ARCHIVE};`],
        [
          "reindex",
          "public.prosodyarchive_sort",
          "reindex index concurrently public.prosodyarchive_sort;",
        ],
      ] as const) {
        expect(await run(what, target)).toMatchObject({
          state: "failed",
          error: { reason: "maintenance-not-owner" },
          result: { role: "postgres", statements: [statement] },
        });
      }
    } finally {
      await sql`alter table prosodyarchive owner to prosody`;
    }
  });

  test("what waits is cancelled at once", async () => {
    const { id } = await requestMaintenance(grant(), { what: "analyze", target: ARCHIVE });
    await cancelJob(grant(), id);
    await runAll();
    expect(await getJob(reader, id)).toMatchObject({ state: "cancelled", startedAt: null });
  });
});
