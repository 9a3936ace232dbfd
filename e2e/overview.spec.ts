import { readFileSync } from "node:fs";
import path from "node:path";
import type { Page } from "@playwright/test";
import type { JobView } from "@/lib/jobs/views";
import { envMap } from "@/lib/prosody/env-file/parse";
import { readPeriod } from "@/lib/prosody/periods/read";
import { askArchive } from "./fixtures/demo-archive";
import { untilIndexed } from "./fixtures/search";
import { expect, test } from "./fixtures/test";
import { chartOf, numberOf, readTwin } from "./fixtures/twin";

const SIZE = "How big, and growing how fast";
const NIGHTS = "What disappears next";
const DAY = 86_400;

const figure = (page: Page, name: string) =>
  page.locator(".four > div").filter({ has: page.getByText(name, { exact: true }) });
const asTable = (page: Page, title: string) =>
  chartOf(page, title).getByRole("radio", { name: "table" }).check({ force: true });

/** Of northquay.example, as the files of the demo say it at this moment. */
function limitOfDemo(): number {
  const file = path.join(process.env.MUNIMENT_E2E_FOLDER ?? "", "data", "prosody", ".env");
  const meaning = readPeriod("13", envMap(readFileSync(file)).get("PROSODY_ARCHIVE_EXPIRES_AFTER"));
  if (meaning.state !== "seconds") throw new Error(`the demo deletes nothing: ${meaning.state}`);
  return Math.round(meaning.seconds);
}

/** Rows by host, as Prosody has them. */
const rowsByHost = () =>
  askArchive(
    (sql) => sql<{ host: string; rows: number }[]>`
      select host, count(*)::int as rows from prosodyarchive group by host`,
  );

test("the sentence, the figures and the chart are what PostgreSQL counts", async ({ pageAs }) => {
  const page = await pageAs("admin");
  await untilIndexed(page);
  // Other tests may archive meanwhile: what is counted and what is shown are of the same moment, or asked again.
  await expect(async () => {
    const hosts = await rowsByHost();
    const all = hosts.reduce((sum, it) => sum + it.rows, 0);
    await page.goto("/?unit=rows");
    await expect(page.locator(".opening .abstract")).toContainText(
      `${all.toLocaleString("en")} archive rows in`,
      { timeout: 5_000 },
    );
    await expect(figure(page, "Rows").locator("dd").first()).toHaveText(all.toLocaleString("en"));
    await asTable(page, SIZE);
    const { columns, lines } = await readTwin(chartOf(page, SIZE));
    const newest = lines.find(([name]) => !name?.startsWith("≈")) ?? [];
    for (const { host, rows } of hosts) {
      expect(numberOf(newest[columns.indexOf(host)]), host).toBe(rows);
    }
  }).toPass({ timeout: 60_000 });

  const today = Math.floor(Date.now() / 1_000 / DAY) * DAY;
  const [mean] = await askArchive(
    (sql) => sql<{ rows: number }[]>`
      select count(*)::float8 / 28 as rows from prosodyarchive
      where "when" >= ${today - 28 * DAY} and "when" < ${today}`,
  );
  await expect(figure(page, "Arrive a day").locator("dd").first()).toHaveText(
    Math.round(mean?.rows ?? 0).toLocaleString("en"),
  );
});

test("the next nights are the rows that pass the limit until each run", async ({ pageAs }) => {
  const page = await pageAs("auditor");
  await untilIndexed(page);
  await page.goto("/");
  await asTable(page, NIGHTS);
  const { columns, lines } = await readTwin(chartOf(page, NIGHTS));
  expect(columns[0]).toBe("Night");
  expect(lines).toHaveLength(14);

  const host = "northquay.example";
  const [run] = await askArchive(
    (sql) => sql<{ at: number }[]>`
      select value::int as at from prosody
      where host = ${host} and store = 'cron' and key = 'mam/remove_expired_messages'`,
  );
  const next = Math.max((run?.at ?? 0) + DAY, Math.floor(Date.now() / 1_000));
  const limit = limitOfDemo();
  const cut = (night: number) => Math.floor((next - limit + night * DAY) / 900) * 900;
  const nights = await askArchive(
    (sql) => sql<{ night: number; rows: number }[]>`
      select greatest(0, ceil(("when" + 1 - ${cut(0)}::int) / ${DAY}::float8))::int as night,
        count(*)::int as rows
      from prosodyarchive
      where host = ${host} and store = 'archive' and "when" < ${cut(13)} group by 1`,
  );
  const shown = lines.map((line) => numberOf(line[columns.indexOf("one to one")]));
  const counted = lines.map((_, night) => nights.find((it) => it.night === night)?.rows ?? 0);
  expect(shown).toEqual(counted);
});

test("one host alone, in figures, bars and address", async ({ pageAs }) => {
  const page = await pageAs("support");
  await untilIndexed(page);
  await page.goto("/");
  await page.getByRole("button", { name: "Host: All hosts" }).click();
  await page.getByRole("menuitemradio", { name: /^rooms\.northquay\.example/ }).click();
  await expect(page).toHaveURL(/\/\?host=rooms\.northquay\.example$/);
  await expect(page.locator(".opening .abstract")).toContainText("on rooms.northquay.example");
  const hosts = await rowsByHost();
  const rows = hosts.find((it) => it.host === "rooms.northquay.example")?.rows ?? 0;
  await expect(figure(page, "Rows").locator("dd").first()).toHaveText(rows.toLocaleString("en"));
  await expect(figure(page, "Volume full")).toContainText("choose all hosts");
});

test("what is wrong leads to its fix", async ({ pageAs }) => {
  const page = await pageAs("admin");
  await untilIndexed(page);
  await page.goto("/");
  const broken = page.locator(".finding").filter({ hasText: "broken row" });
  const [row] = await askArchive(
    (sql) => sql<{ id: number; owner: string }[]>`
      select sort_id::int as id, "user" || '@' || host as owner from prosodyarchive
      where store in ('archive', 'muc_log') and not xml_is_well_formed_document(value)
      order by "when" desc limit 1`,
  );
  await expect(broken).toContainText(row?.owner ?? "nobody");
  const findings = await page.locator(".finding").count();
  const said = findings === 1 ? "One thing is wrong" : /[A-Z]\w+ things are wrong/;
  await expect(page.locator(".opening .abstract")).toContainText(said);
  await page.getByText(/^What was looked at/).click();
  await expect(page.locator('.looked-at [data-outcome="fail"]')).toHaveCount(findings);
  const passed = await page.locator('.looked-at [data-outcome="pass"]').count();
  await expect(page.getByText(`${passed} of ${passed + findings} checks pass`)).toBeVisible();
  await broken.getByRole("link", { name: "Look at the row" }).click();
  await expect(page).toHaveURL(new RegExp(`/archive/message/${row?.id}$`));
});

test("a job that begins while the page comes alive is shown, and nothing is drawn anew", async ({
  pageAs,
}) => {
  const page = await pageAs("admin");
  const askedAt = Math.floor(Date.now() / 1000);
  const job: JobView = {
    id: "00000000-0000-4000-8000-000000000001",
    kind: "maintenance.analyze",
    subject: "prosodyarchive",
    state: "running",
    operator: "admin",
    askedAt,
    startedAt: askedAt,
    endedAt: null,
    progress: null,
    cancelAsked: false,
    attempt: 1,
    result: null,
    error: null,
  };
  await page.route("**/api/jobs", (route) => route.fulfill({ json: { jobs: [job] } }));
  // The frame's answer comes before or after a part of the page: with React's error 418 it would fail the test.
  for (let visit = 0; visit < 4; visit++) {
    await page.goto("/");
    await expect(page.locator(".waits")).toContainText("prosodyarchive");
  }
});

test("every question is reached by keys alone", async ({ pageAs }) => {
  const page = await pageAs("admin");
  await untilIndexed(page);
  await page.goto("/");
  await page.locator(".opening .abstract a").first().focus();
  const reached = new Set<string>();
  for (let step = 0; step < 60; step += 1) {
    reached.add(
      await page.evaluate(() => {
        const { activeElement: it } = document;
        return (
          it?.getAttribute("aria-label") ?? it?.closest("summary, a, label")?.textContent ?? ""
        );
      }),
    );
    await page.keyboard.press("Tab");
  }
  const labels = [...reached].join("\n");
  for (const name of [SIZE, NIGHTS]) expect(labels).toContain(`${name}. Arrow keys`);
  expect(labels).toContain("Look at the row");
  expect(labels).toContain("What was looked at");

  const bars = page.getByRole("slider", { name: new RegExp(`^${NIGHTS}`) });
  await bars.focus();
  await page.keyboard.press("Home");
  const first = await bars.getAttribute("aria-valuetext");
  await page.keyboard.press("ArrowRight");
  await expect(bars).not.toHaveAttribute("aria-valuetext", first ?? "");
  await expect(bars).toHaveAttribute("aria-valuetext", /^\d{4}-\d{2}-\d{2}: .*together ≈ [\d,]+$/);
});

test("the lens moves the clock, and the unit is in the address", async ({ pageAs, baseURL }) => {
  const page = await pageAs("admin");
  await untilIndexed(page);
  await page
    .context()
    .addCookies([{ name: "muniment.zone", value: "Asia/Kathmandu", url: baseURL ?? "" }]);
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Asia/Kathmandu");
  await expect(page.getByText(/checks pass, \d\d:\d\d Asia\/Kathmandu/)).toBeVisible();
  await chartOf(page, SIZE).getByRole("radio", { name: "rows" }).check({ force: true });
  await expect(page).toHaveURL(/\?unit=rows$/);
});

test("an auditor sees the trail, what expires, and what may be checked; nothing of the archive", async ({
  pageAs,
}) => {
  const page = await pageAs("auditor");
  await page.goto("/");
  await expect(page.getByRole("heading", { name: "What happened since yesterday" })).toBeVisible();
  await expect(page.getByRole("heading", { name: NIGHTS })).toBeVisible();
  await expect(page.getByRole("heading", { name: SIZE })).toHaveCount(0);
  await expect(page.getByRole("heading", { name: "Who waits for me" })).toHaveCount(0);
  await expect(page.locator(".opening .abstract")).toContainText("on the audit trail");
  await page.getByRole("link", { name: "signed in" }).click();
  await expect(page).toHaveURL(/\/audit\?action=session\.start$/);
});

test("support sees no text: not a word of any message leaves with the page", async ({ pageAs }) => {
  const bodies = await askArchive(
    (sql) => sql<{ body: string }[]>`
      select distinct substring(value from '<body>([^<]{24,80})') as body from prosodyarchive
      where value ~ '<body>[^<&]{24,}' limit 2000`,
  );
  expect(bodies.length).toBeGreaterThan(1_000);
  const page = await pageAs("support");
  const html = await (await page.request.get("/")).text();
  expect(html).toContain("What is wrong, and what fixes it");
  for (const { body } of bodies) if (body) expect(html.includes(body), body).toBe(false);
});
