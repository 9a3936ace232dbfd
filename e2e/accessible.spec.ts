import { untilIndexed } from "./fixtures/search";
import { expect, test } from "./fixtures/test";

const PAGES: [name: string, path: string, ready: string][] = [
  ["overview", "/", ".overview .recharts-surface"],
  ["overview of one", "/?host=rooms.northquay.example&unit=rows", ".overview .recharts-surface"],
  ["archive", "/archive", "table.owners tbody tr"],
  ["transcript", "/archive/northquay.example/mara?with=*", "article"],
  ["room", "/archive/rooms.northquay.example/dock-2", "article"],
  ["storage", "/storage", ".recharts-surface"],
  ["storage on disk", "/storage?unit=disk", ".recharts-surface"],
  ["storage of one", "/storage?owner=mara@northquay.example", ".owner-sheet tfoot"],
  ["storage as tables", "/storage?tables=size,growth,owners,heat,encrypted", ".twin tbody tr"],
  ["policy", "/policy", ".pol .set"],
  ["policy of rooms", "/policy?at=rooms.northquay.example", ".pol .warned"],
  ["drift of the policy", "/policy?at=drift", ".pol .truth tbody tr"],
  ["retention", "/retention", "h1"],
  ["holds", "/holds", "h1"],
  ["approvals", "/approvals", "h1"],
  ["server", "/server", ".tasks tbody tr"],
  ["audit", "/audit", "table tbody tr"],
  ["access", "/access", "table tbody tr"],
];

for (const theme of ["light", "dark"] as const) {
  for (const width of [375, 1440]) {
    test(`every page is accessible and fits, ${theme} at ${width} px`, async ({
      pageAs,
      expectAccessible,
    }) => {
      const coloursOnly = theme === "dark";
      const page = await pageAs("admin", { theme, width });
      await untilIndexed(page);
      for (const [name, path, ready] of PAGES) {
        await page.goto(path);
        await expect(page.locator(ready).last(), name).toBeAttached();
        await expectAccessible(page, { coloursOnly });
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - innerWidth,
        );
        expect(overflow, `${name} scrolls sideways`).toBeLessThanOrEqual(0);
      }
      await page.goto("/archive/northquay.example/mara?with=*");
      await page.locator("article").last().click();
      await expect(page.getByText("Life story")).toBeVisible();
      await expectAccessible(page, { coloursOnly });
      await page.context().clearCookies();
      await page.goto("/sign-in");
      await expectAccessible(page, { coloursOnly });
    });
  }
}
