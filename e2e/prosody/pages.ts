import type { Page } from "@playwright/test";
import { expect } from "../fixtures/test";

/** The index follows Prosody within seconds (data.md, watermark): the page is asked until it is there. */
export async function shows(page: Page, ...bodies: string[]): Promise<void> {
  await expect(async () => {
    await page.reload();
    for (const body of bodies) {
      await expect(page.locator(".words").filter({ hasText: body })).toHaveCount(1, {
        timeout: 2_000,
      });
    }
  }).toPass({ timeout: 30_000 });
}

/** An archive under a reading with a reason. */
export async function readArchive(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.getByRole("button", { name: "Open the text" }).click();
  await page.getByRole("dialog").getByLabel("Reason").fill("comparing with what was sent");
  await page
    .getByRole("dialog")
    .getByRole("button", { name: "Open and write to the trail" })
    .click();
  await expect(page.getByText(/^Reading:/)).toBeVisible();
}
