import { expect, fillSignIn, test } from "./fixtures/test";

test("signing somebody out everywhere binds the next request, and so does disabling", async ({
  browser,
  baseURL,
  pageAs,
}) => {
  const admin = await pageAs("admin");
  const name = `guest-${Date.now().toString(36)}`;
  await admin.goto("/access");
  await admin.getByRole("button", { name: "Add operator" }).click();
  const dialog = admin.getByRole("dialog");
  await dialog.getByLabel("Username").fill(name);
  await dialog.getByLabel("support", { exact: false }).check();
  await dialog.getByRole("button", { name: "Add operator" }).click();
  await expect(dialog).toContainText(`The password of ${name}`);
  const password = (await dialog.locator("code, .mono").first().textContent())?.trim() ?? "";
  await dialog.getByRole("button", { name: "I have handed it on" }).click();

  const guest = await (await browser.newContext({ baseURL })).newPage();
  const signIn = async () => {
    await guest.goto("/sign-in");
    await fillSignIn(guest, name, password);
    await expect(guest).toHaveURL(/:\d+\/$/);
  };
  await signIn();
  expect((await guest.request.get("/api/archive/owners")).status()).toBe(200);

  await admin.reload();
  await admin.getByRole("button", { name: `Sign out ${name} everywhere` }).click();
  await dialog.getByRole("button", { name: "Sign out everywhere" }).click();
  await expect(dialog).toBeHidden();
  expect((await guest.request.get("/api/archive/owners")).status()).toBe(401);
  await guest.reload();
  await expect(guest).toHaveURL(/\/sign-in/);

  await signIn();
  await admin.reload();
  await admin.getByRole("button", { name: `Disable ${name}` }).click();
  await dialog.getByRole("button", { name: "Disable" }).click();
  await expect(dialog).toBeHidden();
  expect((await guest.request.get("/api/archive/owners")).status()).toBe(401);
  await guest.context().close();
});
