import { expect, fillSignIn, PASSWORD, test } from "./fixtures/test";

test("an operator signs in, lands on the overview", async ({ page }) => {
  await page.goto("/");
  await expect(page).toHaveURL(/\/sign-in/);
  await fillSignIn(page, "admin", PASSWORD);
  await expect(page).toHaveURL(/:\d+\/$/);
  await expect(page.getByRole("heading", { name: /^Overview/, level: 1 })).toBeVisible();
});

test("an address of the console leads back to itself after signing in, never to another site", async ({
  page,
}) => {
  await page.goto("/audit");
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await fillSignIn(page, "auditor", PASSWORD);
  await expect(page).toHaveURL(/\/audit$/);
  await page.context().clearCookies();
  await page.goto("/sign-in?next=https%3A%2F%2Fevil.example%2F");
  await fillSignIn(page, "auditor", PASSWORD);
  await page.waitForURL((url) => url.pathname !== "/sign-in");
  expect(new URL(page.url()).hostname).toBe("127.0.0.1");
});

test("a wrong password and an unknown name get the same answer", async ({ page }) => {
  const answers: (string | null)[] = [];
  for (const name of ["compliance", "nobody-of-that-name"]) {
    await page.goto("/sign-in");
    await fillSignIn(page, name, "wrong wrong wrong");
    answers.push(await page.getByRole("alert").filter({ hasText: /\w/ }).first().textContent());
  }
  expect(answers[0]).toBeTruthy();
  expect(answers[0]).toBe(answers[1]);
});
