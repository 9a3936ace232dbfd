import { describe, expect, test } from "vitest";
import { getJob, listJobs } from "@/lib/jobs/queries";
import { isOver } from "@/lib/jobs/views";
import { ARCHIVE, reader, runAll, until, useCare } from "@/lib/testing/care";
import { requestMaintenance } from "../commands/request-maintenance";

const { database, grant, run, trail } = useCare();

describe("the care of tables", () => {
  test("ANALYZE: done, on the trail, the statistics are new", async () => {
    const job = await run("analyze", ARCHIVE);
    expect(job).toMatchObject({ state: "done", subject: ARCHIVE, operator: grant().operator.name });
    expect(job.result?.rows).toBeGreaterThan(10_000);
    expect(await trail(2)).toEqual([
      `maintenance.analyze done ${ARCHIVE}`,
      `maintenance.analyze asked ${ARCHIVE}`,
    ]);
    const [done] = await database.superuser()`
      select refers_to::int, operator_id from console.audit_entry order by seq desc limit 1`;
    const [asked] = await database.superuser()`
      select seq::int from console.audit_entry order by seq desc offset 1 limit 1`;
    expect(done).toEqual({ refers_to: asked?.seq, operator_id: grant().operator.id });
  });

  test("VACUUM: dead rows go, without the lock that truncating takes", async () => {
    const sql = database.prosody();
    await sql`update prosodyarchive set value = value where sort_id % 3 = 0`;
    await sql`vacuum prosodyarchive`.catch(() => {});
    await sql`update prosodyarchive set value = value where sort_id % 3 = 1`;
    const job = await run("vacuum", ARCHIVE);
    expect(job).toMatchObject({ state: "done", error: null });
    expect(job.result?.bytesAfter).toBe(job.result?.bytesBefore);
    const [stat] = await database.superuser()`
      select last_vacuum is not null as vacuumed from pg_stat_user_tables where relname = 'prosodyarchive'`;
    expect(stat).toEqual({ vacuumed: true });
  });

  test("what would freeze the chat server is refused with its reason, and that is on the trail", async () => {
    for (const [what, reason] of [
      ["vacuum-full", "refuse-vacuum-full"],
      ["cluster", "refuse-cluster"],
      ["create-index-plain", "refuse-create-index"],
      ["reindex-plain", "refuse-reindex"],
    ] as const) {
      await expect(requestMaintenance(grant(), { what, target: ARCHIVE })).rejects.toMatchObject({
        code: "conflict",
        details: { reason },
      });
      expect((await trail(1))[0]).toMatch(/^maintenance\.\S+ refused public\.prosodyarchive$/);
    }
    expect(await listJobs(reader).then((jobs) => jobs.filter((it) => !isOver(it)))).toEqual([]);
  });

  test("what is not there, or is nobody's to care for here, is not found", async () => {
    for (const target of [
      "public.nothing",
      "pg_catalog.pg_class",
      "prosodyarchive; drop table x",
    ]) {
      await expect(requestMaintenance(grant(), { what: "vacuum", target })).rejects.toMatchObject({
        code: "not-found",
      });
    }
    await expect(
      requestMaintenance(grant(), { what: "reindex", target: "public.nothing" }),
    ).rejects.toMatchObject({ code: "not-found" });
  });

  test("the same work twice at once is refused; another table goes on", async () => {
    const { id } = await requestMaintenance(grant(), { what: "analyze", target: ARCHIVE });
    await expect(
      requestMaintenance(grant(), { what: "analyze", target: ARCHIVE }),
    ).rejects.toMatchObject({ code: "conflict", details: { reason: "job-open" } });
    await requestMaintenance(grant(), { what: "analyze", target: "public.prosody" });
    await runAll();
    expect(await getJob(reader, id)).toMatchObject({ state: "done" });
  });

  test("a lock that cannot be had ends the job with a sentence, and nobody waited behind it", async () => {
    const holder = await database.prosody().reserve();
    await holder`begin`;
    await holder`lock table prosodyarchive in share update exclusive mode`;
    const { id } = await requestMaintenance(grant(), { what: "vacuum", target: ARCHIVE });
    const running = runAll();
    await until(id, (it) => it.progress?.waitsFor != null);
    await database.prosody()`insert into prosodyarchive
      (host, "user", store, key, "when", "with", type, value)
      values ('chat.example', 'alice', 'archive', 'meanwhile', 1, 'b@c', 'xml', '<message/>')`;
    await running;
    await holder`rollback`;
    holder.release();
    const job = await getJob(reader, id);
    expect(job).toMatchObject({ state: "failed", error: { reason: "maintenance-locked" } });
    expect((await trail(1))[0]).toBe(`maintenance.vacuum refused ${ARCHIVE}`);
  });
});
