import { readFileSync } from "node:fs";
import path from "node:path";
import type { Page } from "@playwright/test";
import { askArchive } from "./fixtures/demo-archive";
import { untilIndexed } from "./fixtures/search";
import { expect, test } from "./fixtures/test";

const managed = path.join(
  process.env.MUNIMENT_E2E_FOLDER ?? "",
  "data/prosody/conf.d/muniment.cfg.lua",
);
const right = (page: Page) => page.getByRole("complementary", { name: "What it deletes" });

async function open(page: Page, at: string): Promise<void> {
  await page.goto(`/policy?at=${at}`);
  await expect(page.getByRole("heading", { name: "Policy", level: 1 })).toBeVisible();
}

test("what a shorter time deletes is what PostgreSQL counts, and nothing is written meanwhile", async ({
  pageAs,
}) => {
  const page = await pageAs("admin");
  await untilIndexed(page);
  await open(page, "northquay.example");
  await expect(page.getByRole("spinbutton", { name: "Keep messages" })).toHaveValue("434");
  await page.getByRole("spinbutton", { name: "Keep messages" }).fill("100");
  const rows = right(page).locator(".big b");
  await expect(rows).toBeVisible();
  await expect(async () => {
    const [counted] = await askArchive(
      (sql) => sql<{ low: number; high: number }[]>`
        select count(*) filter (where "when" <= extract(epoch from now()) - 8640000 - 960)::int as low,
          count(*) filter (where "when" <= extract(epoch from now()) - 8640000 + 60)::int as high
        from prosodyarchive where host = 'northquay.example' and store = 'archive'
          and "when" > extract(epoch from now()) - 434 * 86400`,
    );
    const shown = Number((await rows.textContent())?.replaceAll(",", ""));
    expect(shown).toBeGreaterThanOrEqual(counted?.low ?? Number.NaN);
    expect(shown).toBeLessThanOrEqual(counted?.high ?? Number.NaN);
  }).toPass();
  await expect(right(page).getByText('archive_expires_after = "100d"')).toBeVisible();
  await expect(
    right(page).getByText("a second person has to say yes to exactly this"),
  ).toBeVisible();
  await right(page).getByRole("button", { name: "Discard" }).click();
  await expect(page.getByRole("spinbutton", { name: "Keep messages" })).toHaveValue("434");
});

test("a mistaken value is said, with what it really does", async ({ pageAs }) => {
  const page = await pageAs("auditor");
  await open(page, "rooms.northquay.example");
  await expect(page.getByText("This cannot be read")).toBeVisible();
  await expect(page.getByText("log_all_rooms = true")).toBeVisible();
  await expect(page.getByText("muc_log_all_rooms does this.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Apply" })).toHaveCount(0);
  await expect(page.getByText("looks at the policy and does not change it")).toBeVisible();
});

test("of a preset the ticked settings are taken into the draft, and no other", async ({
  pageAsNew,
}) => {
  const page = await pageAsNew("admin");
  await open(page, "partners.northquay.example");
  const table = page.getByRole("table").filter({ hasText: "This draft" });
  const ticks = table.getByRole("checkbox");
  await expect(ticks).toHaveCount(4);
  for (const label of await table.locator("tbody th label span").all()) {
    const [words, cell] = [
      await label.boundingBox(),
      await label.locator("xpath=ancestor::th").boundingBox(),
    ];
    const end = (box: typeof cell) => (box ? box.x + box.width : Number.NaN);
    expect(end(words), "a label runs into the next column").toBeLessThanOrEqual(end(cell));
  }
  await table.getByRole("button", { name: "Tick none" }).click();
  for (const tick of await ticks.all()) await expect(tick).not.toBeChecked();
  await expect(table.getByRole("button", { name: /^Take .* of Privacy/ })).toBeDisabled();
  await table.getByRole("button", { name: "Tick all" }).click();
  for (const tick of await ticks.all()) await expect(tick).toBeChecked();
  const rows = table.getByRole("row", { name: /Rows a page/ });
  for (const name of ["Keep messages", "Archive with", "Archive people"]) {
    const tick = table.getByRole("checkbox", { name, exact: true });
    await tick.focus();
    await page.keyboard.press("Space");
  }
  await expect(table.getByRole("checkbox", { checked: true })).toHaveCount(1);
  await table.getByRole("button", { name: "Take the ticked settings of Privacy" }).click();
  await expect(rows.getByRole("cell").nth(1)).toHaveText(/50/);
  await expect(page.getByText(/This draft changes 1 setting/)).toBeVisible();
  await right(page).getByRole("button", { name: "Discard" }).click();
});

test("a change is applied, stands in the file, the history and the trail, and is taken back", async ({
  pageAs,
}) => {
  const page = await pageAs("admin");
  const wanted = String(200 + (Date.now() % 700));
  await open(page, "partners.northquay.example");
  await page.getByRole("spinbutton", { name: "Rows a page" }).fill(wanted);
  await page.getByLabel("Why").fill("a test of the page");
  await expect(right(page).getByText(`max_archive_query_results = ${wanted}`)).toBeVisible();
  await right(page).getByRole("button", { name: "Apply" }).click();
  await expect(page.getByText("Written into the files of the demo")).toBeVisible();
  expect(readFileSync(managed, "utf8")).toContain(
    `VirtualHost "partners.northquay.example"\n\tmax_archive_query_results = ${wanted}\n`,
  );
  await page.getByRole("tab", { name: "History" }).click();
  const version = page.getByRole("region", { name: /^Version / }).first();
  await expect(version).toContainText("a test of the page");
  await page.goto("/audit?action=policy.apply");
  await expect(
    page.getByRole("row").filter({ hasText: "changed the policy" }).first(),
  ).toBeVisible();

  await open(page, "partners.northquay.example");
  await expect(page.getByRole("spinbutton", { name: "Rows a page" })).toHaveValue(wanted);
  await page.getByRole("button", { name: "Take our line out: Rows a page" }).click();
  await page.getByLabel("Why").fill("the test is over");
  await right(page).getByRole("button", { name: "Apply" }).click();
  await expect(page.getByText("Written into the files of the demo")).toBeVisible();
  await expect(page.getByRole("spinbutton", { name: "Rows a page" })).toHaveValue("100");
  expect(readFileSync(managed, "utf8")).not.toContain("max_archive_query_results");
});
