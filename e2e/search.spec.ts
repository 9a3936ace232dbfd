import { boxOf, openReading, searchWords, settled, untilIndexed } from "./fixtures/search";
import { expect, test } from "./fixtures/test";

test("an officer gives a reason, finds words, reads on, and comes back to the place", async ({
  pageAsNew,
}) => {
  const page = await pageAsNew("compliance");
  const addresses: string[] = [];
  const asked: string[] = [];
  page.on("request", (request) => {
    addresses.push(request.url(), request.headers().referer ?? "");
    if (request.url().endsWith("/api/search")) asked.push(request.postData() ?? "");
  });
  await page.goto("/archive");
  await untilIndexed(page);
  await page.keyboard.press("/");
  await expect(page).toHaveURL(/\/search$/);
  await expect(boxOf(page)).toBeFocused();

  await page.keyboard.type("tender");
  await expect(page.getByText("Words are closed.")).toBeVisible();
  expect(asked, "nothing is asked without a reading").toEqual([]);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Open a reading" })).toBeFocused();
  await openReading(page);
  const hits = page.locator(".hitrow");
  await expect(hits.first()).toBeVisible();
  for (const found of await hits.all()) {
    await expect(found.locator("mark.hit").first()).toHaveText(/tender/i);
  }
  await expect(page.getByText("Text of all archives is searched.")).toBeVisible();
  await settled(page);

  await boxOf(page).fill("the");
  await expect(page.getByText("1 to 50 of")).toBeVisible();
  await page.getByRole("button", { name: "Count exactly" }).click();
  await expect(page.locator(".abstract")).toHaveText(/^[\d,]+ messages in/);
  const first = await hits.first().getAttribute("data-hit");
  await page.getByRole("button", { name: "Next 50" }).click();
  await expect(page.getByText("51 to 100 of")).toBeVisible();
  await expect(page).toHaveURL(/words=[0-9a-f-]{36}/);
  await expect(page).toHaveURL(/page=2/);
  await expect(hits.first()).not.toHaveAttribute("data-hit", first ?? "");

  const chosen = (await hits.nth(20).getAttribute("data-hit")) ?? "";
  await page.locator(`[data-hit="${chosen}"] a.when`).click();
  await expect(page).toHaveURL(new RegExp(`/archive/.*at=${chosen}`));
  await expect(page.locator(`article[data-row="${chosen}"]`)).toBeInViewport();
  await page.goBack();
  await expect(page.getByText("51 to 100 of")).toBeVisible();
  await expect(boxOf(page)).toHaveValue("the");
  await expect(page.locator(`[data-hit="${chosen}"]`)).toBeFocused();
  await expect(page.locator(`[data-hit="${chosen}"]`)).toBeInViewport();
  await page.goBack();
  await expect(page.getByText("1 to 50 of")).toBeVisible();
  await page.reload();
  await expect(boxOf(page)).toHaveValue("the");
  await expect(hits.first()).toHaveAttribute("data-hit", first ?? "");
  expect(addresses.filter((it) => /tender|\bthe\b/i.test(decodeURIComponent(it)))).toEqual([]);
});

test("typing leaves one line in the history, and all of it can be forgotten", async ({
  pageAsNew,
}) => {
  const page = await pageAsNew("compliance");
  await untilIndexed(page);
  await searchWords(page, "bearing");
  await settled(page);
  await boxOf(page).press("End");
  await page.keyboard.type(" cool", { delay: 30 });
  await expect(page).toHaveURL(/words=/);
  await boxOf(page).press("Enter");
  await expect(page.locator(".hitrow").first()).toBeVisible();
  await page.waitForTimeout(1_500);
  await page.goto("/search");
  const entries = page.getByRole("button", { name: /^Forget (?!all)/ });
  await expect(entries).toHaveCount(1);
  await expect(entries).toHaveAccessibleName("Forget bearing cool");
  await page.getByRole("button", { name: "Forget all" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Forget all" }).click();
  await expect(page.getByText("Nothing was asked yet.")).toBeVisible();
});

test("everything is reachable by keyboard, and by mouse", async ({ pageAsNew }) => {
  const page = await pageAsNew("compliance");
  await searchWords(page, "tender");
  const box = boxOf(page);
  await box.press("Enter");
  await box.press("Escape");
  await expect(box).not.toBeFocused();
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await page.keyboard.press("k");
  const hit = page.locator(".hitrow").first();
  await expect(hit).toBeFocused();
  const row = await hit.getAttribute("data-hit");
  await page.keyboard.press("o");
  await expect(page).toHaveURL(new RegExp(`at=${row}`));
  await page.goBack();
  await expect(box).toHaveValue("tender");

  await box.fill("from:tom");
  await expect(page.getByRole("option", { name: /tomas@northquay/ })).toBeVisible();
  await box.press("ArrowDown");
  await box.press("Enter");
  await expect(box).toHaveValue("from:tomas@northquay.example ");
  await expect(page.locator(".hitrow").first()).toContainText("Tomás");

  const add = page.getByRole("button", { name: "Add a filter" });
  await add.click();
  await page.getByRole("button", { name: /^kind/ }).click();
  await page.getByLabel("Choose", { exact: true }).selectOption("file");
  await page.getByRole("button", { name: "Add this filter" }).click();
  await expect(box).toHaveValue("from:tomas@northquay.example kind:file");
  await add.click();
  await page.getByRole("button", { name: /^words/ }).click();
  await page.getByLabel("Value").fill("tender");
  await page.getByRole("button", { name: "Add this filter" }).click();
  await expect(page.locator(".hitrow mark.hit").first()).toHaveText("tender");
  await page.getByRole("button", { name: "Remove word tender" }).click();
  await page.getByRole("button", { name: "Remove kind file" }).click();
  await expect(box).toHaveValue("from:tomas@northquay.example");

  const months = page.getByRole("slider", { name: /Hits by month/ });
  await months.focus();
  await page.keyboard.press("Home");
  const month = (await months.getAttribute("aria-valuetext"))?.slice(0, 7) ?? "";
  await page.keyboard.press("Enter");
  await expect(box).toHaveValue(`from:tomas@northquay.example during:${month}`);
  for (const day of await page.locator(".hitset").first().locator(".dt").allTextContents())
    expect(day).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  await page.getByRole("button", { name: "As a table" }).click();
  await page.getByRole("button", { name: `Only ${month}` }).click();
  await expect(box).toHaveValue("from:tomas@northquay.example");
  await page.getByRole("radio", { name: "oldest" }).check({ force: true });
  await expect(page).toHaveURL(/order=oldest/);
});

test("on a slow console nobody is called back from where they go, and nothing is kept twice", async ({
  pageAsNew,
}) => {
  const page = await pageAsNew("compliance");
  await searchWords(page, "tender");
  await settled(page);
  const kept: string[] = [];
  const answered = page.waitForResponse("**/api/search/kept");
  await page.route("**/api/search/kept", async (route) => {
    kept.push(route.request().postData() ?? "");
    await new Promise((done) => setTimeout(done, 2_000));
    // The page may be another by then.
    await route.continue().catch(() => {});
  });
  await boxOf(page).fill("bearing");
  await expect(page.locator("mark.hit").first()).toHaveText(/bearing/i);
  await boxOf(page).press("Enter");
  await boxOf(page).blur();
  await page.keyboard.press("j");
  await page.keyboard.press("o");
  await expect(page).toHaveURL(/\/archive\/.*at=/);
  await page.waitForTimeout(3_000);
  await expect(page).toHaveURL(/\/archive\/.*at=/);
  expect(page.url()).not.toContain("words=");
  expect(kept).toHaveLength(1);
  await answered;

  await page.goBack();
  await expect(boxOf(page)).toHaveValue("bearing");
  await boxOf(page).fill("crane");
  await expect(page.locator("mark.hit").first()).toHaveText(/crane/i);
  await boxOf(page).press("Enter");
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Audit" }).click();
  await expect(page).toHaveURL(/\/audit$/);
  await page.waitForTimeout(3_000);
  await expect(page).toHaveURL(/\/audit$/);
});

test("a name that nobody has is named, and what to leave out is offered", async ({ pageAsNew }) => {
  const page = await pageAsNew("compliance");
  await searchWords(page, "tender");
  await boxOf(page).fill("tender from:nobody.such");
  await expect(page.getByText("Nobody in the archive is called nobody.such.")).toBeVisible();
  await page.getByRole("button", { name: "Leave out from nobody.such" }).click();
  await expect(boxOf(page)).toHaveValue("tender");
  await expect(page.locator(".hitrow").first()).toBeVisible();
  await boxOf(page).fill("tender from:tom");
  await page.getByRole("button", { name: "Search names that begin with tom" }).click();
  await expect(boxOf(page)).toHaveValue("tender from:tom*");
  await expect(page.locator(".hitrow").first()).toContainText("Tomás");
});

test("a keystroke cancels the question before it", async ({ pageAsNew }) => {
  const page = await pageAsNew("compliance");
  await searchWords(page, "tender");
  const cancelled = page.waitForEvent("requestfailed", (request) =>
    (request.postData() ?? "").includes('"text":"cran"'),
  );
  await page.route("**/api/search", async (route) => {
    // As if PostgreSQL had much to do.
    if (route.request().postData()?.includes('"text":"cran"')) return;
    await route.continue();
  });
  await boxOf(page).fill("cran");
  await page.waitForRequest((request) => (request.postData() ?? "").includes('"text":"cran"'));
  await boxOf(page).fill("crane");
  expect((await cancelled).failure()?.errorText).toContain("ABORTED");
  await expect(page.locator("mark.hit").first()).toHaveText(/crane/i);
});

test("too many searches at once are told when to come again, and other pages answer", async ({
  pageAsNew,
}) => {
  const page = await pageAsNew("compliance");
  await page.goto("/search");
  const ask = () =>
    page.request.post("/api/search", { data: { text: "after:2000 -kind:call", limit: 200 } });
  const [others, ...answers] = await Promise.all([
    page.request.get("/api/archive/owners?filter=mara"),
    ...Array.from({ length: 24 }, ask),
  ]);
  expect(others.status()).toBe(200);
  const refused = answers.filter((it) => it.status() !== 200);
  expect(refused.length).toBeGreaterThan(0);
  for (const answer of refused) {
    expect(answer.status()).toBe(503);
    expect(Number(answer.headers()["retry-after"])).toBeGreaterThan(0);
  }
});
