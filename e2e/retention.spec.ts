import { expect, test } from "./fixtures/test";

test("a rule is set, seen and removed; nobody but an admin may", async ({ pageAs }) => {
  const page = await pageAs("admin");
  await page.goto("/retention");
  const jid = `nobody-${Date.now()}@northquay.example`;
  await page.getByRole("button", { name: "Add a rule" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("What it is about").selectOption("owner");
  await dialog.getByLabel("Person or room").fill(jid);
  await dialog.getByLabel("Days", { exact: true }).fill("30");
  await dialog.getByRole("button", { name: "Save the rule" }).click();
  await expect(dialog).toBeHidden();
  const line = page.getByRole("row").filter({ hasText: jid });
  await expect(line).toContainText("30 days");
  await expect(line).toContainText("0 rows");
  const auditor = await pageAs("auditor");
  await auditor.goto("/retention");
  await expect(auditor.getByRole("row").filter({ hasText: jid })).toBeVisible();
  await expect(auditor.getByRole("button", { name: "Add a rule" })).toHaveCount(0);
  await line.getByRole("button", { name: `Remove the rule of ${jid}` }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
  await expect(page.getByRole("row").filter({ hasText: jid })).toHaveCount(0);
});

test("the queue of approvals says what waits", async ({ pageAs }) => {
  const page = await pageAs("auditor");
  await page.goto("/approvals");
  await expect(page.getByRole("heading", { level: 1, name: "Approvals" })).toBeVisible();
});
