import { expect, fillSignIn, PASSWORD, test } from "./fixtures/test";

test("signing somebody out everywhere binds the next request", async ({
  browser,
  baseURL,
  pageAs,
}) => {
  const victim = await (await browser.newContext({ baseURL })).newPage();
  await victim.goto("/sign-in");
  await fillSignIn(victim, "support", PASSWORD);
  await expect(victim).toHaveURL(/\/archive$/);
  expect((await victim.request.get("/api/archive/owners")).status()).toBe(200);

  const admin = await pageAs("admin");
  await admin.goto("/access");
  const row = admin.getByRole("row", { name: /^support\b/ });
  await row.getByRole("button", { name: /Sign out everywhere/ }).click();
  await admin
    .getByRole("dialog")
    .getByRole("button", { name: /Sign out everywhere/ })
    .click();
  await expect(admin.getByRole("dialog")).toBeHidden();

  expect((await victim.request.get("/api/archive/owners")).status()).toBe(401);
  await victim.reload();
  await expect(victim).toHaveURL(/\/sign-in/);
  await victim.context().close();
});
