import type { Page } from "@playwright/test";
import { dumpRows, PROSODY_012 } from "@/lib/testing/dump";
import { expect } from "./fixtures/test";
import { type Own, test } from "./own-database/test";

// The console of an archive that exists already: before anybody agreed to `muniment adopt`, with it, and after.

const ALICE = "/archive/chat.example/alice";
const ROOM = "/archive/rooms.chat.example/general";
const NOT_INDEXED = "This archive is not indexed yet.";
/** The last that alice wrote, and so the newest of each layout: a file for bob. */
const WORDS = "photo.jpg";

/** Columns: sort_id, host, user, store, key, when, with. */
const alice = dumpRows(PROSODY_012, "prosodyarchive").filter(
  ([, host, user, store]) => `${user}@${host} ${store}` === "alice@chat.example archive",
);
const rowsWithBob = alice.filter((row) => row[6] === "bob@chat.example").length;

const figure = (rows: number) => `${rows.toLocaleString("en")} archive rows`;
const notice = (page: Page) => page.getByRole("status").filter({ hasText: NOT_INDEXED });
const commands = (page: Page) => notice(page).getByText("npx muniment adopt --plan");

async function read(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.getByRole("button", { name: "Open the text" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Reason").fill("looking before anything is added");
  await dialog.getByRole("button", { name: "Open and write to the trail" }).click();
  await expect(page.getByText(/^Reading:/)).toBeVisible();
}

async function run({ console }: Own, ...args: string[]): Promise<string> {
  const { code, output } = await console.muniment(...args);
  expect(code, output).toBe(0);
  return output;
}

for (const layout of ["prosody", "reference"] as const) {
  test.describe(`a database of the layout ${layout}`, () => {
    test.describe.configure({ mode: "serial", timeout: 120_000 });
    test.use({ layout });

    test("is listed as it is, and pages say what is missing and what to do", async ({
      own,
      pageAs,
      expectAccessible,
    }) => {
      expect(own.console.said).toContain("npx muniment adopt --plan");
      const page = await pageAs("admin");
      const health = await (await page.request.get("/api/health")).json();
      expect(health).toMatchObject({ status: "ok", layout, indexer: { state: "absent" } });
      await page.goto("/archive");
      await expect(notice(page)).toBeVisible();
      await expect(commands(page)).toBeVisible();
      const hosts = page.getByRole("table").first().getByRole("rowheader");
      await expect(hosts).toHaveText(["chat.example", "corp.example", "rooms.chat.example"]);
      await expect(page.getByRole("row", { name: /alice@chat\.example/ })).toBeVisible();
      await expect(page.getByRole("row", { name: /room · general@rooms/ })).toBeVisible();
      // What is not counted is no column, and what is not sorted by is no button.
      await expect(page.getByRole("columnheader", { name: "Rows" })).toHaveCount(0);
      const owner = page.getByRole("columnheader", { name: "Owner" });
      await expect(owner).toHaveAttribute("aria-sort", "ascending");
      await expect(owner.getByRole("button")).toHaveCount(0);
      await expectAccessible(page);
      await page.getByRole("searchbox", { name: "Filter people and rooms" }).fill("カフェ");
      await expect(page.getByRole("row", { name: /@/ })).toHaveCount(1);
      await page.goto("/search");
      await page.getByRole("textbox", { name: "Search the archives" }).fill("kind:file");
      await expect(page.getByRole("heading", { name: "There is no index yet" })).toBeVisible();
      await expectAccessible(page);
      await page.getByRole("link", { name: "What to do" }).click();
      await expect(commands(page)).toBeVisible();
      await page.goto("/storage");
      await expect(page.getByRole("heading", { name: "Figures need the index" })).toBeVisible();
      await expect(page.getByText("npx muniment adopt --plan")).toBeVisible();
      // What the database itself knows is there without it.
      const relations = page.getByRole("region", { name: "All of the database" });
      await expect(relations.getByRole("row", { name: /^prosodyarchive table/ })).toBeVisible();
      await expectAccessible(page);
      expect(await own.archive.fingerprint()).toEqual(own.archive.untouched);
    });

    test("says which promise is weaker for the login it was given", async ({ pageAs }) => {
      const page = await pageAs("admin");
      await page.goto("/access");
      await expect(page.getByText("What is guarded")).toBeVisible();
      const weaker = page.getByText(/^Weaker here: the database roles of scripts\/roles\.sql/);
      await expect(weaker).toHaveCount(layout === "prosody" ? 1 : 0);
      const beyond = () =>
        page.evaluate(() => {
          const { scrollWidth, clientWidth } = document.documentElement;
          return scrollWidth - clientWidth;
        });
      expect(await beyond()).toBe(0);
    });

    test("says under Server what is not there, and what to run", async ({
      own,
      pageAs,
      expectAccessible,
    }) => {
      const page = await pageAs("admin");
      await page.goto("/server");
      await expect(page.getByText("There is no index", { exact: true })).toBeVisible();
      const adds = page.getByRole("region", { name: "What Muniment adds to Prosody’s tables" });
      await expect(adds.getByText("npx muniment adopt --plan")).toBeVisible();
      const objects = await adds.locator("tbody tr").count();
      expect(objects).toBeGreaterThan(3);
      await expect(adds.getByRole("row", { name: /missing$/ })).toHaveCount(objects);
      const login = page.getByRole("region", { name: "PostgreSQL", exact: true });
      await expect(login.getByText(/^Weaker here: the database roles/)).toHaveCount(
        layout === "prosody" ? 1 : 0,
      );
      await expectAccessible(page);
      expect(await own.archive.fingerprint()).toEqual(own.archive.untouched);
    });

    test("is read under a reason, person and room", async ({ own, pageAs, expectAccessible }) => {
      const page = await pageAs("compliance");
      await page.goto(ALICE);
      await expect(notice(page)).toBeVisible();
      await expect(commands(page)).toBeHidden();
      await notice(page).getByText("Why, and what to do").click();
      await expect(commands(page)).toBeVisible();
      const shown = layout === "prosody" ? rowsWithBob : alice.length;
      await expect(page.getByRole("main").getByText(figure(shown))).toBeVisible();
      const conversations = page.getByRole("list", { name: "Conversations" });
      await expect(conversations.getByRole("button", { name: /^nadia/ })).toHaveCount(
        layout === "prosody" ? 1 : 0,
      );
      if (layout === "reference")
        await expect(page.getByText(/does not store the other side/)).toBeVisible();
      await expectAccessible(page);

      await read(page, `${ALICE}?with=*`);
      await expect(page.locator("article").filter({ hasText: WORDS })).toBeVisible();
      await read(page, ROOM);
      const corrected = page.locator("article").filter({ hasText: "muc message corrected" });
      await expect(corrected.getByText("edited 1×")).toBeVisible();
      expect(await own.archive.fingerprint()).toEqual(own.archive.untouched);
    });

    test("has permalinks with the other copy, and closed ones for support", async ({ pageAs }) => {
      const page = await pageAs("compliance");
      // Each role's own browser; the reading of the test before is still open.
      await page.goto(`${ALICE}?with=*`);
      const article = page.locator("article").filter({ hasText: WORDS });
      await article.locator("a.when").click();
      await expect(page).toHaveURL(/\/archive\/message\/\d+/);
      await expect(notice(page)).toBeVisible();
      await expect(page.getByText(WORDS).first()).toBeVisible();
      const column = layout === "prosody" ? "sort_id" : "row_id";
      await expect(page.getByRole("rowheader", { name: column, exact: true })).toBeVisible();
      const address = new URL(page.url()).pathname;
      await page.getByRole("link", { name: "Open the other copy" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toContainText("Message of");
      await expect(page.getByText("bob@chat.example").first()).toBeVisible();

      const support = await pageAs("support");
      await support.goto(address);
      await expect(
        support.locator("article.sel").getByText(/^•••• \(\d+ characters\)$/),
      ).toBeVisible();
      expect(await support.content()).not.toContain(WORDS);
    });

    test("is adopted and released by the command line, and then as it was", async ({
      own,
      pageAs,
    }) => {
      expect(await run(own, "adopt", "--plan")).toContain("would get:");
      expect(await own.archive.fingerprint()).toEqual(own.archive.untouched);
      await run(own, "adopt", "--yes");
      await run(own, "index", "--wait");
      const page = await pageAs("admin");
      await page.goto("/archive");
      await expect(
        page.getByText(/archive rows in .* people and \d rooms on \d hosts/),
      ).toBeVisible();
      await expect(notice(page)).toHaveCount(0);
      await page.goto("/storage");
      await expect(page.getByText(/rows hold .* of stanzas and take .* on disk/)).toBeVisible();
      await expect(page.getByRole("figure", { name: "Size over time" })).toBeVisible();
      await expect(page.getByRole("figure", { name: "Whose rows" })).toBeVisible();
      await page.goto("/archive");
      const row = page.getByRole("row", { name: /alice@chat\.example/ });
      await expect(row.getByText(alice.length.toLocaleString("en"))).toBeVisible();
      await page.goto(`${ALICE}?with=bob%40chat.example`);
      await expect(page.getByRole("main").getByText(figure(rowsWithBob))).toBeVisible();
      await expect(page.getByRole("button", { name: /^nadia/ })).toBeVisible();
      await expect(notice(page)).toHaveCount(0);

      await run(own, "release", "--yes");
      expect(await own.archive.fingerprint()).toEqual(own.archive.untouched);
      await page.goto("/archive");
      await expect(notice(page)).toBeVisible();
      await expect(page.getByRole("row", { name: /alice@chat\.example/ })).toBeVisible();
    });
  });
}
