import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures/test";

const MARA = "/archive/northquay.example/mara";

async function openText(page: Page, reason = "HR-2291 checking the tender thread"): Promise<void> {
  await page.getByRole("button", { name: "Open the text" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Reason").fill(reason);
  await dialog.getByRole("button", { name: "Open and write to the trail" }).click();
  await expect(page.getByText(`Reading: ${reason}`)).toBeVisible();
}

test("the words are closed until a reason is given, and the reading is on the trail before them", async ({
  pageAs,
}) => {
  const page = await pageAs("compliance");
  await page.goto(`${MARA}?with=tomas%40northquay.example`);
  const transcript = page.getByRole("region", { name: "Transcript" });
  await expect(transcript.getByText(/•••• \(\d+ characters?\)/).first()).toBeVisible();
  const reason = `Case ${Date.now()}`;
  await openText(page, reason);
  await expect(transcript.locator(".words").first()).not.toContainText("••••");
  await page.goto("/audit");
  await expect(
    page
      .getByRole("row", { name: /compliance read a transcript .*mara@northquay\.example/ })
      .first(),
  ).toBeVisible();
  await page.goto("/audit?action=reveal.open");
  await expect(page.getByRole("row", { name: /mara@northquay\.example/ }).first()).toBeVisible();
});

test("a reason that is too short opens nothing", async ({ pageAs }) => {
  const page = await pageAs("admin");
  await page.goto("/archive/northquay.example/ines");
  await page.getByRole("button", { name: "Open the text" }).click();
  await page.getByRole("dialog").getByLabel("Reason").fill("short");
  await page
    .getByRole("dialog")
    .getByRole("button", { name: "Open and write to the trail" })
    .click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByText("The text is closed")).toBeVisible();
});

test("older and newer rows load by scrolling, and the place is kept on back", async ({
  pageAs,
}) => {
  const page = await pageAs("admin");
  await page.goto(`${MARA}?with=*`);
  const transcript = page.getByRole("region", { name: "Transcript" });
  await expect(transcript.locator("article").first()).toBeVisible();
  await expect(page.getByText("Nothing newer is archived.")).toBeVisible();
  const newest = await transcript.locator("article").last().getAttribute("data-row");
  for (let i = 0; i < 12; i += 1) {
    await transcript.evaluate((it) => it.scrollBy(0, -1600));
    await page.waitForTimeout(120);
  }
  await expect(page).toHaveURL(/at=\d+/);
  await expect.poll(() => new URL(page.url()).searchParams.get("at")).not.toBe(newest);
  // The list has come to rest when the address no longer changes.
  let before = "";
  await expect(async () => {
    const now = page.url();
    const rested = now === before;
    before = now;
    expect(rested).toBe(true);
  }).toPass({ intervals: [800], timeout: 15_000 });
  const place = new URL(page.url()).searchParams.get("at");
  await page.goto("/audit");
  await page.goBack();
  await expect(transcript.locator(`article[data-row="${place}"]`)).toBeVisible();
});

test("the histogram leads to a day, and the keyboard moves through messages", async ({
  pageAs,
}) => {
  const page = await pageAs("admin");
  await page.goto(`${MARA}?with=*`);
  const plot = page.getByRole("slider");
  await expect(plot).toBeVisible();
  const box = (await plot.boundingBox())!;
  await page.mouse.click(box.x + box.width * 0.3, box.y + box.height / 2);
  await expect(page).toHaveURL(/(date|at)=/);
  await expect(page.getByRole("button", { name: /^Newer/ })).toBeAttached();
  await page.getByRole("region", { name: "Transcript" }).focus();
  await page.keyboard.press("j");
  await expect(page.getByRole("complementary", { name: "One message" })).toBeVisible();
  const first = new URL(page.url()).searchParams.get("row");
  await page.keyboard.press("j");
  await expect.poll(() => new URL(page.url()).searchParams.get("row")).not.toBe(first);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("complementary", { name: "One message" })).toBeHidden();
});

test("a room shows nicknames and the real JID where the occupant id proves it", async ({
  pageAs,
}) => {
  const page = await pageAs("admin");
  await page.goto("/archive/rooms.northquay.example/dock-2");
  await expect(
    page.locator(".grp .jid").filter({ hasText: "@northquay.example" }).first(),
  ).toBeVisible();
});

test("times follow the lens", async ({ pageAs }) => {
  const page = await pageAs("admin");
  await page.goto(`${MARA}?with=*`);
  const row = page.locator("article").last();
  await expect(row).toBeVisible();
  const id = await row.getAttribute("data-row");
  const utc = await row.locator("time").first().getAttribute("datetime");
  await page
    .context()
    .addCookies([{ name: "muniment.zone", value: "Asia/Kathmandu", url: page.url() }]);
  await page.goto(`${MARA}?with=*&at=${id}`);
  const shown = await page.locator(`article[data-row="${id}"] time`).first().textContent();
  const expected = new Date(Date.parse(utc!) + 5.75 * 3_600_000).toISOString().slice(11, 16);
  expect(shown).toContain(expected);
});
