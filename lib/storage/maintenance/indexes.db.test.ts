import type { ReservedSql } from "postgres";
import { afterEach, describe, expect, test } from "vitest";
import { pools } from "@/lib/db/pools";
import { cancelJob } from "@/lib/jobs/cancel";
import { getJob } from "@/lib/jobs/queries";
import { pause, reader, runAll, runOne, until, useCare } from "@/lib/testing/care";
import { requestMaintenance } from "../commands/request-maintenance";
import { readIndexReport } from "../queries/indexes";

const { database, grant, indexThere, run, trail } = useCare();

describe("the care of indexes", () => {
  const NEW = "public.prosodyarchive_with_when";

  let old: ReservedSql | null = null;

  /** A transaction that an index has to wait for, as of a forgotten psql. */
  async function beginOldTransaction(): Promise<void> {
    old = await database.prosody().reserve();
    await old`begin`;
    await old`insert into prosodyarchive (host, "user", store, key, "when", "with", type, value)
      values ('chat.example', 'alice', 'archive', gen_random_uuid()::text, 1, 'b@c', 'xml', '<message/>')`;
  }

  async function endOldTransaction(): Promise<void> {
    if (old) await old`rollback`;
    old?.release();
    old = null;
  }

  afterEach(async () => {
    await endOldTransaction();
    await database.prosody()`create index if not exists prosodyarchive_with_when
      on prosodyarchive (host, "user", store, "with", "when")`;
  });

  test("REINDEX CONCURRENTLY builds anew what is there", async () => {
    const [before] = await database.superuser()`
      select relfilenode from pg_class where relname = 'prosodyarchive_sort'`;
    const job = await run("reindex", "public.prosodyarchive_sort");
    expect(job.state).toBe("done");
    const [after] = await database.superuser()`
      select relfilenode from pg_class where relname = 'prosodyarchive_sort'`;
    expect(after).not.toEqual(before);
    expect(await trail(2)).toEqual([
      "maintenance.reindex done public.prosodyarchive_sort",
      "maintenance.reindex asked public.prosodyarchive_sort",
    ]);
  });

  test("an index that Prosody should have and has not is created; one that is there, or nobody advised, is not", async () => {
    await database.prosody()`drop index prosodyarchive_with_when`;
    const job = await run("create-index", NEW);
    expect(job).toMatchObject({ state: "done", result: { bytes: expect.any(Number) } });
    expect(await indexThere(NEW)).toBe(true);
    for (const target of [NEW, "public.prosodyarchive_jid_when"]) {
      await expect(
        requestMaintenance(grant(), { what: "create-index", target }),
      ).rejects.toMatchObject({ details: { reason: "maintenance-not-advised" } });
    }
    expect((await trail(1))[0]).toBe(
      "maintenance.create-index refused public.prosodyarchive_jid_when",
    );
  });

  test("what the advice calls superfluous is dropped; Prosody's and ours never", async () => {
    await database.prosody()`create index prosodyarchive_user_store on prosodyarchive (host, "user", store)`;
    const job = await run("drop-index", "public.prosodyarchive_user_store");
    expect(job).toMatchObject({ state: "done", result: { freedBytes: expect.any(Number) } });
    expect(await indexThere("public.prosodyarchive_user_store")).toBeNull();
    const { indexes } = await readIndexReport(pools().interactive);
    for (const it of indexes.filter((index) => index.owner !== "guide")) {
      await expect(
        requestMaintenance(grant(), { what: "drop-index", target: it.target }),
        it.target,
      ).rejects.toMatchObject({ details: { reason: "maintenance-not-advised" } });
    }
  });

  test("cancelled while it waits for an old transaction: the backend stops, nothing half built stays", async () => {
    await database.prosody()`drop index prosodyarchive_with_when`;
    await beginOldTransaction();
    const { id } = await requestMaintenance(grant(), { what: "create-index", target: NEW });
    const running = runAll();
    const waiting = await until(id, (it) => it.progress?.waitsFor != null);
    expect(waiting.progress).toMatchObject({
      phase: expect.stringMatching(/^waiting for/),
      waitsFor: { pid: expect.any(Number), login: "prosody" },
    });
    await cancelJob(grant(), id);
    const backend = () => database.superuser()<{ query: string }[]>`
      select query from pg_stat_activity
      where application_name = ${`muniment job ${id}`} and datname = ${database.name()}`;
    while (!(await backend())[0]?.query.startsWith("drop")) await pause(10);
    await endOldTransaction();
    await running;
    expect(await getJob(reader, id)).toMatchObject({ state: "cancelled", result: null });
    expect(await indexThere(NEW)).toBeNull();
    expect(await backend()).toHaveLength(0);
    expect(await trail(3)).toEqual([
      `maintenance.create-index refused ${NEW}`,
      `job.cancel done ${NEW}`,
      `maintenance.create-index asked ${NEW}`,
    ]);
  });

  test("cancelled, and the old transaction does not end: the job and the advice name what is left", async () => {
    await database.prosody()`drop index prosodyarchive_with_when`;
    await beginOldTransaction();
    const { id } = await requestMaintenance(grant(), { what: "create-index", target: NEW });
    const running = runAll();
    await until(id, (it) => it.progress?.waitsFor != null);
    await cancelJob(grant(), id);
    await running;
    expect(await getJob(reader, id)).toMatchObject({
      state: "cancelled",
      result: { invalidIndexes: [NEW] },
    });
    await endOldTransaction();
    const { indexes } = await readIndexReport(pools().interactive);
    expect(indexes.find((it) => it.target === NEW)).toMatchObject({
      state: "invalid",
      advice: "rebuild",
      statement: `reindex index concurrently ${NEW}`,
    });
    expect(await run("reindex", NEW)).toMatchObject({ state: "done" });
    expect(await indexThere(NEW)).toBe(true);
  });

  test("a worker that leaves puts it back; the next one takes the half built index away and builds it", async () => {
    await database.prosody()`drop index prosodyarchive_with_when`;
    await beginOldTransaction();
    const { id } = await requestMaintenance(grant(), { what: "create-index", target: NEW });
    const leave = new AbortController();
    const running = runOne(leave.signal);
    await until(id, (it) => it.progress?.waitsFor != null);
    leave.abort();
    await running;
    expect(await getJob(reader, id)).toMatchObject({ state: "waiting", error: null });
    expect(await indexThere(NEW)).toBe(false);
    await endOldTransaction();
    await runAll();
    expect(await getJob(reader, id)).toMatchObject({ state: "done", attempt: 2 });
    expect(await indexThere(NEW)).toBe(true);
  });
});
