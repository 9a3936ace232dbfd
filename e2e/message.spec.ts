import { expect, test } from "./fixtures/test";

test("a permalink shows the message in its context, with every column and the other copy", async ({
  pageAs,
}) => {
  const page = await pageAs("compliance");
  await page.goto("/archive/northquay.example/mara?with=tomas%40northquay.example");
  const article = page.locator("article").last();
  await expect(article).toBeVisible();
  await article.locator("a.when").click();
  await expect(page).toHaveURL(/\/archive\/message\/\d+/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Message of");
  for (const column of [
    "sort_id",
    "host",
    "user",
    "store",
    "key",
    "when",
    "with",
    "type",
    "value",
  ]) {
    await expect(page.getByRole("rowheader", { name: column, exact: true })).toBeVisible();
  }
  await page.getByRole("link", { name: "Show in the transcript" }).click();
  await expect(page.locator("article.sel")).toBeVisible();
});

test("an id out of nowhere answers that there is no message of that number", async ({ pageAs }) => {
  const page = await pageAs("admin");
  const response = await page.request.get("/api/archive/message/999999999");
  expect(response.status()).toBe(404);
});
