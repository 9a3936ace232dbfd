import { boxOf, searchWords, settled, untilIndexed } from "./fixtures/search";
import { expect, test } from "./fixtures/test";

test("a search is saved, shared, renamed, taken back; the history is one's own", async ({
  pageAs,
  pageAsNew,
}) => {
  const admin = await pageAsNew("compliance");
  await untilIndexed(admin);
  await admin.goto("/search");
  await boxOf(admin).fill("in:dock-2 kind:file");
  await boxOf(admin).press("Enter");
  await expect(admin.locator(".hitrow").first()).toBeVisible();
  await settled(admin);
  await admin.getByRole("button", { name: "Save search" }).click();
  const dialog = admin.getByRole("dialog");
  await dialog.getByLabel("Name").fill("Files of dock 2");
  await dialog.getByLabel(/Share it with everybody/).check();
  await dialog.getByRole("button", { name: "Save", exact: true }).click();
  await expect(admin.getByText("The search is saved.").first()).toBeVisible();

  const support = await pageAs("support");
  await support.goto("/search");
  await support.getByRole("button", { name: /Files of dock 2/ }).click();
  await expect(boxOf(support)).toHaveValue("in:dock-2 kind:file");
  await expect(support.locator(".hitrow").first()).toBeVisible();
  await expect(support.getByText(/shared by compliance-/)).toHaveCount(0);

  await admin.getByRole("button", { name: "Empty the box" }).click();
  const act = async (name: string) => {
    await admin.getByRole("button", { name: /^What can be done with/ }).click();
    await admin.getByRole("menuitem", { name }).click();
  };
  await act("Rename");
  await admin.getByRole("dialog").getByLabel("Name").fill("Dock two");
  await admin.getByRole("dialog").getByRole("button", { name: "Rename" }).click();
  await expect(admin.getByRole("button", { name: /Dock two/ }).first()).toBeVisible();
  await act("Stop sharing");
  await expect(admin.getByText("private", { exact: true })).toBeVisible();
  await support.goto("/search");
  await expect(support.getByRole("heading", { name: "What you asked lately" })).toBeVisible();
  await expect(support.getByText("Dock two")).toHaveCount(0);
  await act("Remove");
  await admin.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
  await expect(admin.getByText("Nothing is saved yet.")).toBeVisible();

  const own = support.getByRole("button", { name: "Forget in:dock-2 kind:file" });
  await own.click();
  await expect(own).toHaveCount(0);
});

test("the list is saved as a file, with words only under a reading", async ({ pageAsNew }) => {
  const admin = await pageAsNew("compliance");
  await untilIndexed(admin);
  await searchWords(admin, '"our figure"');
  const [download] = await Promise.all([
    admin.waitForEvent("download"),
    admin.getByRole("button", { name: "Save as CSV" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^muniment-search-\d{4}-\d\d-\d\d\.csv$/);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  const file = Buffer.concat(chunks).toString("utf8");
  expect(file.trimEnd().split("\n")).toHaveLength(1 + (await admin.locator(".hitrow").count()));
  expect(file.toLowerCase()).toContain("our figure");
});
