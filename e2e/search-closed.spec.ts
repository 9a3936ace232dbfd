import type { SearchPage } from "@/lib/search/views";
import { segments } from "@/lib/xmpp/visible-text";
import { HOSTILE } from "../scripts/demo/hostile.mjs";
import { boxOf, searchWords, untilIndexed } from "./fixtures/search";
import { expect, test } from "./fixtures/test";

test("support searches by people, dates and kinds; never by words, and no number tells", async ({
  pageAs,
  pageAsNew,
}) => {
  const admin = await pageAsNew("compliance");
  await untilIndexed(admin);
  await searchWords(admin, "tender");
  const open = await admin.request.post("/api/search", { data: { text: "in:dock-2 kind:text" } });
  const known: { page: SearchPage } = await open.json();
  const words = known.page.hits.flatMap(({ line: { message } }) =>
    message.text && !message.text.closed && message.text.text.length > 20
      ? [message.text.text]
      : [],
  );
  expect(words.length).toBeGreaterThan(20);

  const page = await pageAs("support");
  const seen: string[] = [];
  const asked: string[] = [];
  page.on("request", (it) => {
    if (it.url().includes("/api/search") && it.method() === "POST") asked.push(it.postData() ?? "");
  });
  page.on("response", async (response) => {
    if (/json|html|component|text\/plain/.test(response.headers()["content-type"] ?? ""))
      seen.push(await response.text().catch(() => ""));
  });
  await page.goto("/search");
  await expect(page.getByRole("heading", { name: "What can be asked" })).toBeVisible();
  await boxOf(page).fill("tender");
  await boxOf(page).press("Enter");
  await expect(page.getByText(/Your role searches by people, dates and kinds/)).toBeVisible();
  await expect(page.getByRole("button", { name: "Open a reading" })).toHaveCount(0);
  expect(asked).toEqual([]);
  for (const path of ["", "/count", "/months"])
    for (const text of [
      "tender",
      "-tender",
      "has:link",
      "substring:end",
      '"our figure" in:dock-2',
    ]) {
      const answer = await page.request.post(`/api/search${path}`, { data: { text } });
      expect(answer.status(), `${path} ${text}`).toBe(403);
      expect(await answer.text()).not.toMatch(/count|hits|months|tender/);
    }
  const kept = await page.request.post("/api/search/kept", { data: { text: "tender" } });
  expect(kept.status()).toBe(403);

  await boxOf(page).fill("in:dock-2 kind:text");
  await expect(page.locator(".hitrow").first()).toContainText(/•••• \(\d+ characters?\)/);
  await expect(page.getByText(/the text is closed/)).toBeVisible();
  await page.waitForLoadState("networkidle");
  // The page itself, and an answer with messages in it.
  await expect.poll(() => seen.some((text) => text.includes('"closed":true'))).toBe(true);
  expect(seen.some((text) => text.startsWith("<!DOCTYPE html"))).toBe(true);
  for (const word of words)
    expect(
      seen.some((text) => text.includes(word)),
      word,
    ).toBe(false);
  const add = page.getByRole("button", { name: "Add a filter" });
  await add.click();
  await expect(page.getByRole("button", { name: /^from/ })).toBeVisible();
  await expect(page.getByRole("button", { name: /^exact words/ })).toHaveCount(0);
});

test("an auditor is told why the search is not theirs", async ({ pageAs }) => {
  const page = await pageAs("auditor");
  await page.goto("/search");
  await expect(page).toHaveURL(/no-access/);
  const answer = await page.request.post("/api/search", { data: { text: "kind:call" } });
  expect(answer.status()).toBe(403);
});

test("what is asked must be sound, and says what is not", async ({ pageAsNew }) => {
  const page = await pageAsNew("compliance");
  await page.goto("/search");
  const ask = async (data: unknown) => (await page.request.post("/api/search", { data })).status();
  expect(await ask({})).toBe(400);
  expect(await ask({ text: "kind:call", id: "9b2f4c1e-0000-4000-8000-000000000000" })).toBe(400);
  expect(await ask({ id: "9b2f4c1e-0000-4000-8000-000000000000" })).toBe(404);
  expect(await ask({ text: "x".repeat(2_001) })).toBe(400);
  expect(await ask({ text: "a\u0000b" })).toBe(400);
  expect(await ask({ text: "kind:call", before: "nonsense" })).toBe(400);
  expect(await ask({ text: "kind:call", limit: 100_000 })).toBe(400);
  expect(await ask({ text: "kind:call", zone: "Nowhere/Land" })).toBe(400);
  const cross = await page.request.post("/api/search", {
    data: { text: "kind:call" },
    headers: { origin: "https://evil.example", "sec-fetch-site": "cross-site" },
  });
  expect(cross.status()).toBe(403);
});

test("hostile words are found, shown, and do nothing", async ({ pageAsNew, baseURL }) => {
  const page = await pageAsNew("compliance");
  await untilIndexed(page);
  const foreign: string[] = [];
  const ran: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(baseURL ?? "") && !/^(data|blob):/.test(request.url()))
      foreign.push(request.url());
  });
  page.on("dialog", async (dialog) => {
    ran.push(dialog.message());
    await dialog.dismiss();
  });
  await searchWords(page, "alert script");
  await expect(page.locator(".hitrow mark.hit").first()).toHaveText("script");
  await boxOf(page).fill("in:leo@northquay.example with:tomas@northquay.example");
  await expect(page.getByText(/1 to \d+ of/)).toBeVisible();
  const shown: string[] = [];
  for (;;) {
    await expect(page.locator(".res[aria-busy]")).toHaveCount(0);
    shown.push(...(await page.locator(".ln .say").allTextContents()));
    const next = page.getByRole("button", { name: "Next 50" });
    if (!(await next.isVisible())) break;
    const range = await page.locator(".pg .cap").textContent();
    await next.click();
    await expect(page.locator(".pg .cap")).not.toHaveText(range ?? "");
  }
  for (const body of HOSTILE.filter((it) => it !== "" && it.length < 300))
    expect(shown.some((it) => it.includes(asShown(body)))).toBe(true);
  expect(ran, "scripts that ran").toEqual([]);
  expect(foreign, "requests to other hosts").toEqual([]);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});

/** What a reader sees of a text: characters that cannot be seen stand there as their code. */
function asShown(text: string): string {
  return segments(text)
    .map((part) =>
      part.type === "mark"
        ? `U+${part.codePoint.toString(16).toUpperCase().padStart(4, "0")}`
        : part.text,
    )
    .join("");
}

for (const theme of ["light", "dark"] as const) {
  for (const width of [375, 1440]) {
    test(`the search is accessible in every state, ${theme} at ${width} px`, async ({
      pageAsNew,
      expectAccessible,
    }) => {
      const page = await pageAsNew("compliance", { theme, width });
      const fits = async () => {
        const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(over).toBeLessThanOrEqual(0);
      };
      await untilIndexed(page);
      await page.goto("/search");
      await expect(page.getByRole("heading", { name: "Saved searches" })).toBeVisible();
      await expectAccessible(page);
      await fits();
      await searchWords(page, 'in:northquay.example tender or "our figure" -crane');
      await expect(page.getByRole("slider", { name: /Hits by month/ })).toBeVisible();
      await expectAccessible(page);
      await fits();
      await page.getByRole("button", { name: "As a table" }).click();
      await page.getByRole("button", { name: "Add a filter" }).click();
      await expect(page.getByRole("heading", { name: "Who and where" })).toBeVisible();
      await expectAccessible(page);
      await page.keyboard.press("Escape");
      await expect(page.getByRole("button", { name: "Add a filter" })).toBeFocused();
      await boxOf(page).fill("tender from:tom");
      await expect(page.getByRole("option").first()).toBeVisible();
      await expectAccessible(page);
      await fits();
    });
  }
}

test("the notice in the place of an answer, and its dialog, are accessible", async ({
  pageAsNew,
  expectAccessible,
}) => {
  const page = await pageAsNew("compliance");
  await page.setViewportSize({ width: 375, height: 800 });
  await page.goto("/search");
  await boxOf(page).fill("tender in:dock-2@rooms.northquay.example");
  await expect(page.getByText("Words are closed.")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Open a reading" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("radio", { name: "one archive" })).toBeChecked();
  await expectAccessible(page);
  await dialog.getByLabel("Reason").fill("ticket 4711: what the dock said");
  await dialog.getByRole("button", { name: "Open and write to the trail" }).click();
  await expect(page.locator(".hitrow mark.hit").first()).toBeVisible();
  await boxOf(page).fill("tender");
  await expect(
    page.getByText("opens is searched: dock-2@rooms.northquay.example. Nothing outside"),
  ).toBeVisible();
  for (const place of await page.locator(".g > header .cap:not(.push)").allTextContents())
    expect(place).toBe("room, dock-2@rooms.northquay.example");
  await expectAccessible(page);
  await page.getByRole("button", { name: "End this reading" }).click();
  await expect(page.getByText("Words are closed.")).toBeVisible();
  await expect(page.locator(".hitrow")).toHaveCount(0);
});

test("a narrow reading is widened by one click, step by step, and only to what is needed", async ({
  pageAsNew,
  expectAccessible,
}) => {
  const page = await pageAsNew("compliance");
  await untilIndexed(page);
  await page.goto("/search");
  const box = boxOf(page);
  const dialog = page.getByRole("dialog");
  const chosen = (name: string) => dialog.getByRole("radio", { name });
  const confirm = async () => {
    await dialog.getByLabel("Reason").fill("ticket 4711: what was said elsewhere");
    await dialog.getByRole("button", { name: "Open and write to the trail" }).click();
    await expect(dialog).toBeHidden();
  };
  await box.fill("tender in:dock-2@rooms.northquay.example");
  await page.getByRole("button", { name: "Open a reading", exact: true }).click();
  await confirm();
  await expect(page.locator(".hitrow").first()).toBeVisible();

  // Of dock 2 nobody said it; it may have been said elsewhere.
  await box.fill('"our figure"');
  await expect(page.getByText("No message fits")).toBeVisible();
  await expectAccessible(page);
  const wider = page.getByRole("button", { name: "Open a reading of rooms.northquay.example" });
  await wider.click();
  await expect(chosen("a host")).toBeChecked();
  await expect(dialog.getByLabel("Host", { exact: true })).toHaveValue("rooms.northquay.example");
  await confirm();

  // What the query names and is closed is the next step, not everything.
  await box.fill('"our figure" in:mara@northquay.example');
  await page.getByRole("button", { name: "Open a reading of mara@northquay.example" }).click();
  await expect(chosen("one archive")).toBeChecked();
  await expect(dialog.getByLabel("Person or room")).toHaveValue("mara@northquay.example");
  await page.keyboard.press("Escape");
  await box.fill('"our figure"');
  await page.getByRole("button", { name: "Open a reading of all archives" }).click();
  await expect(chosen("everything")).toBeChecked();
  await confirm();
  await expect(page.locator(".hitrow mark.hit").first()).toHaveText(/our figure/i);
  await expect(page.getByText("Text of all archives is searched.")).toBeVisible();
  await expect(page.getByRole("button", { name: /Open a reading/ })).toHaveCount(0);
});
