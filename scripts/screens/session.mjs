import { expect } from "@playwright/test";

/** @typedef {import("@playwright/test").Page} Page */

/** What stands in the field of the dialog, and so in the pictures of the trail. */
export const REASON = "HR-2291: who knew the tender figure before Friday";

/** The real form; there is no other way in. @param {Page} page @param {string} name @param {string} password */
export async function signIn(page, name, password) {
  await page.goto("/sign-in");
  await page.getByLabel("Username").fill(name);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
}

/** Opens a reading of one owner, which then holds for every window of this operator. @param {Page} page @param {string} path */
export async function openText(page, path) {
  await page.goto(path);
  await page.getByRole("button", { name: "Open the text" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Reason").fill(REASON);
  await dialog.getByRole("button", { name: "Open and write to the trail" }).click();
  await expect(page.getByText(`Reading: ${REASON}`)).toBeVisible();
}

/** What stands under Holds: a person, and a conversation until a day. @param {Page} page */
export async function placeHolds(page) {
  await placeHold(page, "Matter 2291, tender figures: asked for by counsel", async (dialog) => {
    await dialog.getByLabel("Person").fill("tomas@northquay.example");
  });
  await placeHold(page, "Inquiry of the harbour board", async (dialog) => {
    await dialog.getByLabel("What is to be kept").selectOption("conversation");
    await dialog.getByLabel("Between").fill("mara@northquay.example");
    await dialog.getByLabel("and", { exact: true }).fill("tomas@northquay.example");
  });
}

/** @param {Page} page @param {string} reason @param {(dialog: import("@playwright/test").Locator) => Promise<void>} fill */
async function placeHold(page, reason, fill) {
  await page.goto("/holds");
  await page.getByRole("button", { name: "Place a hold" }).click();
  const dialog = page.getByRole("dialog");
  await fill(dialog);
  await expect(dialog.getByText("Now covers")).toBeVisible();
  await dialog.getByLabel("Reason").fill(reason);
  await dialog.getByRole("button", { name: "Place the hold" }).click();
  await expect(dialog).toBeHidden();
}

/**
 * The row of a message of the demo's stories, by what it says. Walks from the newest page backwards as
 * the transcript does, so the reading must be open.
 * @param {Page} page
 * @param {string} owner as in the address: host/localpart
 * @param {string} words
 * @returns {Promise<number>}
 */
export async function findMessage(page, owner, words) {
  let before = "";
  for (;;) {
    const query = `limit=500${before && `&before=${encodeURIComponent(before)}`}`;
    const response = await page.request.get(`/api/archive/${owner}/messages?${query}`);
    if (!response.ok()) throw new Error(`${response.url()} answered ${response.status()}`);
    const { messages, older } = await response.json();
    const found = messages.find((/** @type {unknown} */ it) => JSON.stringify(it).includes(words));
    if (found) return found.rowId;
    if (!older) throw new Error(`Nobody says “${words}” in the demo archive of ${owner}.`);
    before = older;
  }
}
