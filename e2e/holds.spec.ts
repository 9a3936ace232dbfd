import { prosodyStatements as prosody } from "@/lib/testing/prosody-statements";
import { askArchive } from "./fixtures/demo-archive";
import { expect, test } from "./fixtures/test";

const HOST = "northquay.example";

test("a hold is placed with what it covers shown before, and has a page", async ({ pageAsNew }) => {
  const page = await pageAsNew("compliance");
  await page.goto("/holds");
  await page.getByRole("button", { name: "Place a hold" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("What is to be kept").selectOption("conversation");
  await dialog.getByLabel("Between").fill("mara@northquay.example");
  await dialog.getByLabel("and", { exact: true }).fill("tomas@northquay.example");
  await expect(dialog).toContainText(/Now covers [\d,]+ rows of 2 archives\./);
  await dialog.getByLabel("Sent from").fill("2026-03-01");
  await dialog.getByLabel("Sent until").fill("2026-02-01");
  await expect(dialog).not.toContainText("Now covers");
  await dialog.getByLabel("Sent from").fill("");
  const reason = `matter of ${Date.now()}`;
  await dialog.getByLabel("Reason").fill(reason);
  await dialog.getByRole("button", { name: "Place the hold" }).click();
  await expect(dialog).toBeHidden();
  const line = page.getByRole("row").filter({ hasText: reason });
  await expect(line).toContainText("mara@northquay.example with tomas@northquay.example");
  await expect(line).toContainText("until 2026-02-01 23:59");
  await line.getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Hold");
  await expect(page.getByText(reason)).toBeVisible();
  await expect(page.getByText("nothing was deleted or changed since")).toBeVisible();
});

test("an auditor sees holds and places none; support sees none", async ({ pageAs }) => {
  const auditor = await pageAs("auditor");
  await auditor.goto("/holds");
  await expect(auditor.getByRole("heading", { level: 1, name: "Holds" })).toBeVisible();
  await expect(auditor.getByRole("button", { name: "Place a hold" })).toHaveCount(0);
  const support = await pageAs("support");
  await support.goto("/holds");
  await expect(support).toHaveURL(/no-access/);
});

test("what a hold names is kept when Prosody deletes and changes it, and the page counts it", async ({
  pageAs,
}) => {
  const user = `kept-${Date.now().toString(36)}`;
  const jid = `${user}@${HOST}`;
  const row = { host: HOST, user, store: "archive", with: `other@${HOST}` };
  await askArchive(async (sql) => {
    await prosody.append(sql, { ...row, key: "first" });
    await prosody.append(sql, { ...row, key: "second" });
  });
  const page = await pageAs("compliance");
  await page.goto("/holds");
  await page.getByRole("button", { name: "Place a hold" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Person").fill(jid);
  await expect(dialog.getByText("Now covers")).toBeVisible();
  await dialog.getByLabel("Reason").fill("Matter 4711");
  await dialog.getByRole("button", { name: "Place the hold" }).click();
  await expect(dialog).toBeHidden();
  const line = page.getByRole("row").filter({ hasText: user });
  await expect(line).toContainText("in force");
  await line.getByRole("link").first().click();
  await expect(page.getByText("nothing was deleted or changed since")).toBeVisible();

  await askArchive(async (sql) => {
    await prosody.set(sql, {
      ...row,
      key: "first",
      value: "<message><body>other</body></message>",
    });
    await prosody.purgeUser(sql, HOST, user);
  });
  const left = await askArchive(
    (sql) => sql`select from prosodyarchive where host = ${HOST} and "user" = ${user}`,
  );
  expect(left).toHaveLength(0);
  await page.reload();
  await expect(page.getByText("3 versions")).toBeVisible();
  const days = page.getByRole("region", { name: "Kept, by day" });
  await expect(days.getByRole("row").nth(1).getByRole("cell")).toHaveText(["2", "1"]);
});
