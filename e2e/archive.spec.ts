import { expect, test } from "./fixtures/test";

test("an admin finds a person by typing part of the name and opens the archive", async ({
  pageAs,
}) => {
  const page = await pageAs("admin");
  await page.goto("/archive");
  // The first build of the projection may still run when the first test begins.
  await expect(async () => {
    await page.reload();
    const abstract = page.getByText(/archive rows in .* people and \d+ rooms on \d hosts/);
    await expect(abstract).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 30_000 });
  await page.getByRole("searchbox", { name: "Filter people and rooms" }).fill("mara");
  const row = page.getByRole("row", { name: /mara@northquay\.example/ });
  await expect(row).toHaveCount(1);
  await row.getByRole("link").click();
  await expect(page).toHaveURL(/\/archive\/northquay\.example\/mara/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Mara");
});

test("the list sorts by what the operator asks for, and says so", async ({ pageAs }) => {
  const page = await pageAs("admin");
  await page.goto("/archive?sort=rows");
  const counts = page.locator("table.owners").last().locator("tbody tr td:nth-child(2)");
  await expect(counts.first()).toHaveText(/^\d/);
  const numbers = (await counts.allTextContents()).map((text) => Number(text.replaceAll(",", "")));
  expect(numbers.length).toBeGreaterThan(20);
  expect(numbers).toEqual([...numbers].sort((a, b) => b - a));
  await expect(page.getByRole("columnheader", { name: /Rows/ }).last()).toHaveAttribute(
    "aria-sort",
    "descending",
  );
});

test("a filter that matches nobody says so and offers the way back", async ({ pageAs }) => {
  const page = await pageAs("admin");
  await page.goto("/archive?filter=zzzzqq");
  await expect(page.getByText("Nobody matches this filter.")).toBeVisible();
  await page.getByRole("button", { name: "Clear the filter" }).click();
  await expect(page.getByRole("row", { name: /mara@northquay/ })).toBeVisible();
});
