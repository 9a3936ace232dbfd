import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { GET } from "@/app/metrics/route";
import { resetEnv } from "@/lib/env";
import { countTaskRuns } from "@/lib/expiry/task-runs";
import { instruments, OPENMETRICS_TYPE } from "@/lib/instruments/instruments";
import { observeSearch } from "@/lib/instruments/observe-search";
import { refusal } from "@/lib/refusal";
import { cleaned } from "@/lib/testing/cleaned";
import { useTestDatabase } from "@/lib/testing/database";
import { metricsOf } from "@/lib/testing/metrics-of";
import { parseOpenMetrics } from "@/lib/testing/openmetrics";

const TOKEN = "a-token-of-the-tests-0123456789";
const database = useTestDatabase({ fixture: "prosody-0.12", indexed: true });

const ask = (authorization: string | null = `Bearer ${TOKEN}`) =>
  GET(
    new Request("http://127.0.0.1/metrics", {
      headers: authorization === null ? {} : { authorization },
    }),
  );
const scrape = async () => metricsOf(await (await ask()).text());

function setToken(token: string | null): void {
  if (token === null) delete process.env.METRICS_TOKEN;
  else process.env.METRICS_TOKEN = token;
  resetEnv();
}
beforeAll(() => setToken(TOKEN));
afterAll(() => setToken(null));

describe("the door", () => {
  test("without a token in the environment there is nothing", async () => {
    setToken(null);
    expect((await ask()).status).toBe(404);
    setToken(TOKEN);
  });

  test.each([null, "", "Bearer", "Bearer wrong", `Basic ${TOKEN}`, `Bearer ${TOKEN}x`, TOKEN])(
    "%s opens nothing",
    async (authorization) => {
      const answer = await ask(authorization);
      expect(answer.status).toBe(401);
      expect(answer.headers.get("www-authenticate")).toContain("Bearer");
      expect(await answer.text()).not.toContain("prosody");
    },
  );

  test("the right one gets OpenMetrics that nobody keeps", async () => {
    const answer = await ask();
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe(OPENMETRICS_TYPE);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(parseOpenMetrics(await answer.text()).size).toBeGreaterThan(15);
  });
});

describe("the metrics of the operators' reference", () => {
  test("say by host what PostgreSQL counts", async () => {
    const { values } = await scrape();
    const counted = await database.superuser()<
      { host: string; rows: number; bytes: number; users: number }[]
    >`
      select host, count(*)::int as rows, sum(octet_length(value))::int as bytes,
        count(distinct "user")::int as users
      from prosodyarchive where store in ('archive', 'archive2', 'muc_log') group by host`;
    expect(counted.length).toBeGreaterThan(2);
    for (const { host, rows, bytes, users } of counted) {
      const labels = `{host="${host}"}`;
      expect(values.get(`prosody_mod_mam_messages_total${labels}`)).toBe(rows);
      expect(values.get(`prosody_mod_mam_archive_size_bytes${labels}`)).toBe(bytes);
      expect(values.get(`prosody_mod_mam_users_total${labels}`)).toBe(users);
    }
  });

  test("are absent where only Prosody could know", async () => {
    const { families } = await scrape();
    for (const name of [
      "prosody_mod_mam_queries",
      "prosody_mod_mam_query_duration_seconds",
      "prosody_mod_mam_cleanup_messages_deleted",
    ]) {
      expect(families.has(name)).toBe(false);
    }
  });

  test("count Prosody's cleanups from the first look on, each once", async () => {
    const sql = database.prosody();
    const ran = (at: number) => sql`
      insert into prosody (host, "user", store, key, type, value)
      values ('chat.example', '', 'cron', 'mam/remove_expired_messages', 'number', ${String(at)})`;
    const runs = async () =>
      (await scrape()).values.get('prosody_mod_mam_cleanup_runs_total{host="chat.example"}');
    const forget = () => sql`delete from prosody where store = 'cron'`;
    await forget();
    await ran(1_700_000_000);
    await countTaskRuns();
    expect(await runs()).toBe(0);
    await Promise.all([countTaskRuns(), countTaskRuns()]);
    expect(await runs()).toBe(0);
    for (const at of [1_700_086_400, 1_700_172_800]) {
      await forget();
      await ran(at);
      await Promise.all([countTaskRuns(), countTaskRuns()]);
    }
    expect(await runs()).toBe(2);
    const { values } = await scrape();
    expect(
      values.get('muniment_prosody_cleanup_last_run_timestamp_seconds{host="chat.example"}'),
    ).toBe(1_700_172_800);
  });
});

test("a cleanup of Muniment's counts, and what it deleted; a dry run does not", async () => {
  const name = (it: string) => `prosody_mod_mam_cleanup_${it}_total{host="northquay.example"}`;
  expect((await scrape()).values.has(name("messages_deleted"))).toBe(false);
  const sql = database.superuser();
  await cleaned(sql, "northquay.example", 40);
  await cleaned(sql, "northquay.example", 2);
  await cleaned(sql, "northquay.example", 500, { dryRun: true });
  const { values } = await scrape();
  expect(values.get(name("messages_deleted"))).toBe(42);
  expect(values.get(name("runs"))).toBe(2);
});

describe("our own", () => {
  test("what is found wrong, what failed, who is silent", async () => {
    const sql = database.superuser();
    await sql`insert into console.finding (id, severity, params) values ('index-differs', 'warning', '{}')`;
    await sql`insert into console.job (kind, subject, lane, params, operator_id, operator_name, state, ended_at)
      values ('maintenance.vacuum', 'prosodyarchive', 'x', '{}', 'o', 'o', 'failed', now())`;
    await sql`insert into console.worker_beat (id, pid, beat_at) values ('w', 1, now() - interval '40 s')`;
    await sql`insert into console.hold (id, kind, host, "user", reason, operator_id, operator_name, in_force_since)
      values (1, 'person', 'corp.example', 'alice', 'case 12, asked for by counsel', 'o', 'o', now())`;
    const { values } = await scrape();
    expect(values.get('muniment_findings{severity="warning"}')).toBe(1);
    expect(values.get('muniment_findings{severity="error"}')).toBe(0);
    expect(values.get('muniment_jobs{kind="maintenance.vacuum",state="failed"}')).toBe(1);
    expect(values.get('muniment_jobs{kind="maintenance.vacuum",state="running"}')).toBe(0);
    expect(values.get("muniment_worker_beat_age_seconds")).toBeGreaterThanOrEqual(40);
    expect(values.get('muniment_index_state{state="ready"}')).toBe(1);
    expect(values.get("muniment_index_lag_rows")).toBe(0);
    expect(values.get("muniment_index_lag_seconds")).toBe(0);
    expect(values.get("muniment_holds")).toBe(1);
    expect(values.get("muniment_approvals_open")).toBe(0);
    await sql`delete from console.finding`;
    expect((await scrape()).values.get('muniment_findings{severity="warning"}')).toBe(0);
  });

  test("searches by duration, those refused by reason, each with its instance", async () => {
    instruments().searchSeconds.reset();
    await observeSearch(true, async () => "a page");
    const refused = () =>
      observeSearch(false, () => Promise.reject(refusal("busy", "search-busy", {})));
    await expect(refused()).rejects.toThrow();
    const { families, values } = await scrape();
    const [of] = [...values.keys()].filter((it) =>
      it.startsWith("muniment_search_duration_seconds_count"),
    );
    expect(of).toMatch(/instance="[^"]+:\d+"/);
    expect(values.get(of ?? "")).toBe(1);
    for (const [name, family] of families) {
      const own = /^muniment_(search|process)/.test(name);
      for (const sample of family.samples) expect(sample.labels.includes("instance")).toBe(own);
    }
  });

  test("scrapes at the same moment look once", async () => {
    const [one, other] = await Promise.all([ask(), ask()]);
    expect(await one.text()).toBe(await other.text());
  });
});

test("a database that has not agreed to be indexed has no numbers of its archive", async () => {
  await database.superuser()`update console.indexer_state set built_at = null`;
  // That the index is ready is believed for a second.
  await expect
    .poll(async () => (await scrape()).families.has("prosody_mod_mam_messages_total"))
    .toBe(false);
  expect((await scrape()).families.has("muniment_database_size_bytes")).toBe(true);
});
