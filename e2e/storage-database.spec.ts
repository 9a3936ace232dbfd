import type { Page } from "@playwright/test";
import { askArchive } from "./fixtures/demo-archive";
import { untilIndexed } from "./fixtures/search";
import { expect, test } from "./fixtures/test";

const sectionOf = (page: Page, name: string) => page.getByRole("region", { name });

test("relations and indexes are those of the catalogue, each with its advice", async ({
  pageAs,
}) => {
  const page = await pageAs("support");
  await untilIndexed(page);
  await page.goto("/storage");
  const whole = sectionOf(page, "All of the database");
  const indexes = sectionOf(page, "Indexes");
  const names = await askArchive(
    (sql) => sql<{ name: string }[]>`
      select indexname as name from pg_indexes where tablename in ('prosodyarchive', 'prosody')`,
  );
  for (const { name } of [...names, { name: "prosodyarchive" }, { name: "prosody" }]) {
    await expect(whole.getByRole("row").filter({ hasText: name }).first()).toBeVisible();
  }
  for (const { name } of names) {
    const line = indexes.getByRole("row").filter({
      has: page.getByRole("rowheader", { name, exact: true }),
    });
    // The real Prosody of another test is a 0.12, which makes its own beside that of 13.
    await expect(line).toContainText(name === "prosody_index" ? "drop" : "keep");
  }
  // What guides ask for and this server needs not.
  const typed = indexes.getByRole("row").filter({ hasText: "prosodyarchive_type_when" });
  await expect(typed).toContainText("missing");
  await expect(typed).toContainText("not needed");
  await expect(page.getByText("PROSODY_ARCHIVE_COMPRESSION", { exact: false })).toBeVisible();
  // Looking is all that support may.
  await expect(page.getByRole("button", { name: "Analyse prosodyarchive" })).toHaveCount(0);
});

test("an analyse is asked for, watched, and seen in the figures when it has ended", async ({
  pageAs,
}) => {
  const page = await pageAs("admin");
  await untilIndexed(page);
  await page.goto("/storage");
  const analyzedAt = () =>
    askArchive(
      (sql) => sql<{ at: Date | null }[]>`
        select greatest(last_analyze, last_autoanalyze) as at from pg_stat_user_tables
        where relname = 'prosodyarchive'`,
    ).then((rows) => rows[0]?.at?.getTime() ?? 0);
  const before = await analyzedAt();
  await page.getByRole("button", { name: "Analyse prosodyarchive" }).click();
  await expect(page.getByText("The job is in the queue.", { exact: true })).toBeVisible();
  await expect(async () => expect(await analyzedAt()).toBeGreaterThan(before)).toPass();
  const line = sectionOf(page, "Maintenance")
    .getByRole("row")
    .filter({ has: page.getByRole("rowheader", { name: "prosodyarchive", exact: true }) });
  const shown = new Date(await analyzedAt()).toISOString().slice(0, 16).replace("T", " ");
  await expect(line.getByRole("cell").nth(4)).toHaveText(shown, { timeout: 30_000 });
});

test("the plan of a page is drawn as a tree, planned and measured", async ({ pageAs }) => {
  const page = await pageAs("compliance");
  await untilIndexed(page);
  await page.goto("/storage");
  // Charts are drawn by the browser alone: the page lives. A choice made before that would be lost.
  await expect(page.locator(".recharts-surface").first()).toBeVisible();
  const panel = sectionOf(page, "Why a page is as fast as it is");
  await panel.getByLabel("Page", { exact: true }).selectOption("prosody-page");
  await panel.getByRole("button", { name: "Show the plan" }).click();
  await expect(panel.getByText(/^Statement 1 of 1/)).toBeVisible();
  await expect(panel.getByRole("listitem").first()).toContainText("Limit");
  await expect(panel.getByRole("listitem").first()).toContainText("prosodyarchive_sort");
  await expect(panel.getByRole("listitem").first()).toContainText("cost");
  await panel.getByRole("button", { name: "Run and measure" }).click();
  await expect(panel.getByRole("listitem").first()).toContainText("50 rows");
  await expect(panel.getByRole("listitem").first()).toContainText("from memory");
});
