import { boxOf, searchWords, settled } from "./fixtures/search";
import { expect, test } from "./fixtures/test";

test("what was typed since the answer is not lost when a month is chosen, a chip or the box emptied", async ({
  pageAsNew,
}) => {
  const page = await pageAsNew("compliance");
  await searchWords(page, "the");
  const box = boxOf(page);
  const months = page.getByRole("slider", { name: /Hits by month/ });
  await expect(months).toBeVisible();
  await settled(page);
  // As if PostgreSQL had much to do: every answer from here on is one to an earlier text.
  await page.route("**/api/search", (route) =>
    route.request().postDataJSON().text === "the" ? route.continue() : undefined,
  );
  await box.press("End");
  await page.keyboard.type(" crane");
  await months.focus();
  await page.keyboard.press("End");
  const month = (await months.getAttribute("aria-valuetext"))?.slice(0, 7) ?? "";
  await page.keyboard.press("Enter");
  await expect(box).toHaveValue(`the crane during:${month}`);
  await page.keyboard.press("Enter");
  await expect(box).toHaveValue("the crane");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Shift+ArrowLeft");
  await page.keyboard.press("Enter");
  await expect(box).toHaveValue(/^the crane after:\d{4}-\d\d-01 before:\d{4}-\d\d-\d\d$/);
  await page.getByRole("button", { name: "Any time" }).click();
  await expect(box).toHaveValue("the crane");
  await box.press("End");
  await page.keyboard.type("s -kind:call");
  await page.getByRole("button", { name: "Remove word the" }).click();
  await expect(box).toHaveValue("cranes -kind:call");
  await page.unroute("**/api/search");

  await page.getByRole("button", { name: "Empty the box" }).click();
  await expect(box).toBeFocused();
  await expect(page).toHaveURL(/\/search$/);
  await page.reload();
  await expect(box).toHaveValue("");
});

test("the focus goes back where it was, and never away from somebody who types", async ({
  pageAsNew,
}) => {
  const page = await pageAsNew("compliance");
  await page.goto("/search");
  const box = boxOf(page);
  // The page lives: before that a key would be lost.
  await expect(box).toBeFocused();
  const add = page.getByRole("button", { name: "Add a filter" });
  await add.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Who and where" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(add).toBeFocused();
  // The popover gives the focus back a moment after it is gone: by then the box has it.
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Who and where" })).toBeVisible();
  await page.evaluate(() => {
    const box = document.querySelector<HTMLElement>("[data-search-box]");
    const gone = new MutationObserver(() => {
      if (document.querySelector(".addfilter")) return;
      gone.disconnect();
      box?.focus();
    });
    gone.observe(document.body, { childList: true, subtree: true });
  });
  await page.keyboard.press("Escape");
  await expect(page.locator(".addfilter")).toHaveCount(0);
  await page.evaluate(() => new Promise((done) => setTimeout(done, 50)));
  await expect(box).toBeFocused();

  await box.fill("tender");
  const open = page.getByRole("button", { name: "Open a reading" });
  await expect(open).toBeVisible();
  await box.press("Enter");
  await expect(open).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog").getByLabel("Reason")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(open).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.type("ticket 4711: what was said about it");
  await page.keyboard.press("Control+Enter");
  await expect(page.locator(".hitrow").first()).toBeVisible();
  await page.keyboard.press("j");
  await expect(page.locator(".hitrow").first()).toBeFocused();
  await page.keyboard.press("/");
  await page.keyboard.type(" crane");
  await expect(box).toHaveValue("tender crane");
});

test("an answer from before the end of the index says so, and can be asked again", async ({
  pageAsNew,
}) => {
  const page = await pageAsNew("compliance");
  await searchWords(page, "tender");
  // As if the index were behind, and then being built; the one of the demo is complete.
  const building = {
    builtRows: 588_000,
    totalRows: 1_000_040,
    ratePerSecond: 15_800,
    secondsLeft: 27,
  };
  await page.route("**/api/search", async (route) => {
    const response = await route.fetch();
    const answer = await response.json();
    const behind = { lagRows: 12, building: null };
    Object.assign(answer.page.searched, behind);
    await route.fulfill({ response, json: answer });
  });
  await page.route("**/api/search/progress", (route) =>
    route.fulfill({ json: { lagRows: 412_040, building, stalled: false } }),
  );
  await boxOf(page).fill("crane");
  await expect(page.getByText(/The newest 12 rows are not in the index yet/)).toBeVisible();
  await expect(
    page.getByText("59%, 588,000 of about 1,000,040 rows, 15,800 a second, about 27\u00a0s to go."),
  ).toBeVisible();
  await page.unroute("**/api/search/progress");
  await expect(page.getByText("The index has caught up since this was asked.")).toBeVisible();
  await page.unroute("**/api/search");
  await page.getByRole("button", { name: "Search again" }).click();
  await expect(page.getByText("The index has caught up")).toHaveCount(0);
  await expect(page.locator("mark.hit").first()).toHaveText(/crane/i);
});
