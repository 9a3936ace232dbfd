import { metricsOf } from "@/lib/testing/metrics-of";
import { askArchive } from "./fixtures/demo-archive";
import { searchWords, untilIndexed } from "./fixtures/search";
import { expect, test } from "./fixtures/test";

const TOKEN = process.env.MUNIMENT_E2E_METRICS_TOKEN ?? "";

test("Prometheus reads what PostgreSQL counts, and nobody else does", async ({
  pageAsNew,
  playwright,
  baseURL,
}) => {
  const stranger = await playwright.request.newContext({ baseURL });
  expect((await stranger.get("/metrics", { maxRedirects: 0 })).status()).toBe(401);
  const page = await pageAsNew("compliance");
  // A session opens pages, not this.
  expect((await page.request.get("/metrics", { maxRedirects: 0 })).status()).toBe(401);

  await untilIndexed(page);
  await searchWords(page, "tender");
  const headers = { authorization: `Bearer ${TOKEN}` };
  const answer = await stranger.get("/metrics", { headers });
  expect(answer.status()).toBe(200);
  expect(answer.headers()["content-type"]).toContain("application/openmetrics-text");
  const { values } = metricsOf(await answer.text());
  // A host to which no other test writes.
  const host = "partners.northquay.example";
  const [counted] = await askArchive(
    (sql) => sql<{ rows: number; bytes: number }[]>`
      select count(*)::int as rows, sum(octet_length(value))::int as bytes from prosodyarchive
      where host = ${host} and store in ('archive', 'muc_log')`,
  );
  expect(values.get(`prosody_mod_mam_messages_total{host="${host}"}`)).toBe(counted?.rows);
  expect(values.get(`prosody_mod_mam_archive_size_bytes{host="${host}"}`)).toBe(counted?.bytes);
  const searches = [...values].filter(([name]) =>
    /^muniment_search_duration_seconds_count\{.*text="true"/.test(name),
  );
  expect(searches).toHaveLength(1);
  expect(searches[0]?.[1]).toBeGreaterThan(0);
  await stranger.dispose();
});
