import type { TranscriptPage } from "@/lib/archive/views";
import { expect, test } from "./fixtures/test";

test("support sees who, when, what kind and how long, and never a word", async ({ pageAs }) => {
  const admin = await pageAs("admin");
  await admin.goto("/archive/northquay.example/mara?with=tomas%40northquay.example");
  await admin.getByRole("button", { name: "Open the text" }).click();
  await admin.getByRole("dialog").getByLabel("Reason").fill("to compare with what support sees");
  await admin
    .getByRole("dialog")
    .getByRole("button", { name: "Open and write to the trail" })
    .click();
  await expect(admin.getByText(/^Reading:/)).toBeVisible();
  const open = await admin.request.get(
    "/api/archive/northquay.example/mara/messages?with=tomas%40northquay.example&limit=200",
  );
  const { messages }: TranscriptPage = await open.json();
  const words = messages.flatMap(({ text }) =>
    text && !text.closed && text.text.length > 20 ? [text.text] : [],
  );
  expect(words.length).toBeGreaterThan(20);

  const page = await pageAs("support");
  const seen: string[] = [];
  page.on("response", async (response) => {
    if (/json|html|component|text\/plain/.test(response.headers()["content-type"] ?? ""))
      seen.push(await response.text().catch(() => ""));
  });
  await page.goto("/archive/northquay.example/mara?with=tomas%40northquay.example");
  await expect(page.getByText(/•••• \(\d+ characters?\)/).first()).toBeVisible();
  await expect(page.getByRole("button", { name: "Open the text" })).toHaveCount(0);
  await page.locator("article").last().click();
  await expect(page.getByRole("complementary", { name: "One message" })).toBeVisible();
  await page.waitForLoadState("networkidle");
  // The page itself, and an answer with messages in it.
  await expect.poll(() => seen.some((text) => text.includes('"closed":true'))).toBe(true);
  expect(seen.some((text) => text.startsWith("<!DOCTYPE html"))).toBe(true);
  for (const word of words)
    expect(
      seen.some((text) => text.includes(word)),
      word,
    ).toBe(false);
});

test("an auditor reads the trail and is told why the archive is not theirs", async ({ pageAs }) => {
  const page = await pageAs("auditor");
  await page.goto("/archive");
  await expect(page).toHaveURL(/no-access/);
  await page.goto("/audit");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Audit");
  expect((await page.request.get("/api/archive/owners")).status()).toBe(403);
});
