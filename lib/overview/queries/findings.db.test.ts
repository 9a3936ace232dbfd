import { beforeAll, describe, expect, test } from "vitest";
import type { Role } from "@/lib/auth/permissions";
import { useTestDatabase } from "@/lib/testing/database";
import { beat, look, one, outcome, wrong } from "@/lib/testing/findings";
import { indexAll } from "@/lib/testing/stages";

const PATIENCE = { timeout: 30_000, interval: 200 };

describe("Prosody's own tables", () => {
  const database = useTestDatabase({ fixture: "prosody-0.12", indexed: true });
  const sql = () => database.superuser();
  const prosody = () => database.prosody();

  beforeAll(async () => {
    // The fixture has people who never came for their messages.
    await prosody()`delete from prosodyarchive where store = 'offline'`;
    await sql()`update console.indexer_state set checked_at = now()`;
    await sql()`vacuum analyze`;
    await indexAll();
    await sql()`vacuum analyze`;
    await beat(sql());
  });

  test("a database in order has nothing to report, and says what it could not look at", async () => {
    await expect.poll(wrong, PATIENCE).toEqual([]);
    const { checks } = await look();
    expect(checks.filter((it) => it.outcome === "unknown").map((it) => it.id)).toEqual([
      "expiry-never-ran",
      "expiry-overdue",
      "expiry-meaning",
      "archiving-off",
    ]);
    expect(checks.length).toBeGreaterThan(22);
  });

  test("worker-silent", async () => {
    await sql()`update console.worker_beat set beat_at = now() - interval '5 minutes'`;
    expect(await one("worker-silent")).toMatchObject({
      severity: "error",
      params: { seconds: 300 },
    });
    await sql()`delete from console.worker_beat`;
    expect(await one("worker-silent")).toMatchObject({ params: { seconds: null } });
    await beat(sql());
    expect(await outcome("worker-silent")).toBe("pass");
  });

  test("trail-broken", async () => {
    await sql()`insert into console.finding (id, severity, params)
      values ('trail-broken', 'error', '{"seq": 7, "signedAt": "2026-03-01T10:00:00.000Z"}')`;
    expect(await one("trail-broken")).toMatchObject({
      ...{ severity: "error", params: { seq: 7, signedAt: "2026-03-01T10:00:00.000Z" } },
      fix: { command: "npx muniment audit verify" },
    });
    await sql()`delete from console.finding where id = 'trail-broken'`;
    expect(await outcome("trail-broken")).toBe("pass");
  });

  test("index-stopped", async () => {
    await sql()`update console.indexer_state set problem = 'Waiting for a transaction.'`;
    expect(await one("index-stopped")).toMatchObject({
      params: { problem: "Waiting for a transaction." },
    });
    await sql()`update console.indexer_state set problem = null`;
    expect(await outcome("index-stopped")).toBe("pass");
  });

  test("index-differs and rollups-differ", async () => {
    const period = { from: "2026-02-01", to: "2026-02-28" };
    const kept = (id: string, params: object) => sql()`
      insert into console.finding (id, severity, params)
      values (${id}, 'warning', ${JSON.stringify({ ...period, ...params })}::text::jsonb)`;
    await kept("index-differs", { missing: 3, surplus: 0, changed: 1 });
    await kept("rollups-differ", { lines: 2 });
    expect(await one("index-differs")).toMatchObject({
      params: { ...period, missing: 3, surplus: 0, changed: 1 },
      fix: { command: "npx muniment index --rebuild" },
    });
    expect(await one("rollups-differ")).toMatchObject({ params: { lines: 2 } });
    await sql()`delete from console.finding`;
    await sql()`update console.indexer_state set checked_at = null`;
    expect(await outcome("index-differs")).toBe("unknown");
    await sql()`update console.indexer_state set checked_at = now()`;
    expect(await wrong()).toEqual([]);
  });

  test("index-missing", async () => {
    await prosody()`drop index prosodyarchive_when`;
    expect(await one("index-missing")).toMatchObject({
      severity: "warning",
      params: { names: ["prosodyarchive_when"] },
      fix: { href: "/storage#index-advice" },
    });
    await prosody()`create index prosodyarchive_when on prosodyarchive (host, "user", store, "when")`;
    expect(await outcome("index-missing")).toBe("pass");
  });

  test("index-unfinished", async () => {
    const valid = (is: boolean) => sql()`
      update pg_index set indisvalid = ${is} where indexrelid = 'prosodyarchive_sort'::regclass`;
    await valid(false);
    expect(await one("index-unfinished")).toMatchObject({
      params: { names: ["prosodyarchive_sort"] },
    });
    await valid(true);
    expect(await outcome("index-unfinished")).toBe("pass");
  });

  test("index-superfluous", async () => {
    await prosody()`create index prosodyarchive_jid_when
      on prosodyarchive (host, "user", store, key, "when")`;
    expect(await one("index-superfluous")).toMatchObject({
      severity: "notice",
      params: { names: ["prosodyarchive_jid_when"] },
    });
    await prosody()`drop index prosodyarchive_jid_when`;
    expect(await outcome("index-superfluous")).toBe("pass");
  });

  test("jobs-failed", async () => {
    await sql()`
      insert into console.job (kind, subject, lane, params, state, operator_id, operator_name, ended_at)
      values ('maintenance.vacuum', 'public.prosodyarchive', 'x', '{}', 'failed', 'test', 'tester', now())`;
    expect(await one("jobs-failed")).toMatchObject({
      params: { jobs: 1, subject: "public.prosodyarchive" },
    });
    await sql()`delete from console.job`;
    expect(await outcome("jobs-failed")).toBe("pass");
  });

  test("index-behind", async () => {
    await prosody()`
      insert into prosodyarchive (host, "user", store, key, "when", "with", type, value)
      select 'chat.example', 'alice', 'archive', 'late-' || n, 1780000000 + n, 'bob@chat.example', 'xml',
        '<message><body>late</body></message>' from generate_series(1, 1200) n`;
    expect(await one("index-behind")).toMatchObject({ params: { rows: 1_200 } });
    await indexAll();
    expect(await outcome("index-behind")).toBe("pass");
  });

  test("dead-rows and statistics-old", async () => {
    // Autovacuum may come at any moment and tidy up before anybody looks.
    await sql()`alter table prosodyarchive set (autovacuum_enabled = false)`;
    const writer = await prosody().reserve();
    await writer`delete from prosodyarchive where key like 'late-%'`;
    await writer`update prosodyarchive set type = type where sort_id % 4 = 0`;
    const tables = async (id: "dead-rows" | "statistics-old") => {
      // Before PostgreSQL 15 an idle connection keeps what it counted to itself.
      await writer`select 1`;
      const found = await one(id);
      return found && "names" in found.params ? found.params.names : [];
    };
    for (const id of ["dead-rows", "statistics-old"] as const) {
      await expect.poll(() => tables(id), PATIENCE).toContain("public.prosodyarchive");
    }
    writer.release();
    await indexAll();
    await sql()`alter table prosodyarchive reset (autovacuum_enabled)`;
    await sql()`vacuum analyze`;
    await expect.poll(wrong, PATIENCE).toEqual([]);
  });

  test("capture-broken, and then index-absent", async () => {
    await sql()`alter table prosodyarchive disable trigger muniment_capture_delete`;
    expect(await one("capture-broken")).toMatchObject({
      severity: "error",
      params: { names: ["muniment_capture_delete"] },
      fix: { command: "npx muniment adopt" },
    });
    expect(await outcome("index-differs")).toBeNull();
    expect(await outcome("broken-rows")).toBe("unknown");
    await sql()`alter table prosodyarchive enable always trigger muniment_capture_delete`;
    expect(await outcome("capture-broken")).toBe("pass");
  });

  test("each sees what the roles permit", async () => {
    const ids = async (role: Role) => (await look([role])).checks.map((it) => it.id);
    expect(await ids("auditor")).toEqual([
      "worker-silent",
      "trail-broken",
      "expiry-never-ran",
      "expiry-overdue",
      "expiry-meaning",
      "archiving-off",
    ]);
    expect(await ids("support")).toEqual(await ids("admin"));
  });
});

describe("before anybody agreed to the index", () => {
  const database = useTestDatabase({ fixture: "prosody-0.12" });

  test("that is the finding, and what needs it is not known", async () => {
    await beat(database.superuser());
    expect(await one("index-absent")).toMatchObject({ severity: "warning" });
    expect(await outcome("capture-broken")).toBeNull();
    expect(await outcome("broken-rows")).toBe("unknown");
    expect(await outcome("offline-rows")).toBe("unknown");
  });
});

describe("the layout of the operators' page", () => {
  const database = useTestDatabase({ fixture: "reference", indexed: true });

  test("is looked at without what it does not have", async () => {
    await beat(database.superuser());
    expect(await outcome("broken-rows")).toBeNull();
    expect(await outcome("row-numbers")).toBeNull();
    expect(await outcome("index-absent")).toBe("pass");
  });
});
