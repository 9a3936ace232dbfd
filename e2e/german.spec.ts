import { expect, test } from "./fixtures/test";

test("what the server refuses is said in German to whoever reads German", async ({
  pageAs,
  baseURL,
}) => {
  const page = await pageAs("admin");
  await page.context().addCookies([{ name: "muniment.locale", value: "de", url: baseURL ?? "" }]);
  await page.goto("/access");
  await page.getByRole("button", { name: "Person hinzufügen" }).click();
  const dialog = page.getByRole("dialog");
  const add = dialog.getByRole("button", { name: "Person hinzufügen" });
  await dialog.getByLabel("Benutzername").fill("a:b");
  await dialog.getByLabel("Support", { exact: false }).check();
  await add.click();
  await expect(dialog.getByText("Erlaubt sind Buchstaben, Ziffern")).toBeVisible();
  await dialog.getByLabel("Benutzername").fill("support");
  await add.click();
  await expect(dialog.getByText("Diesen Namen hat schon jemand.")).toBeVisible();
});
