import { readFileSync, writeFileSync } from "node:fs";
import type { Locator, Page } from "@playwright/test";
import { expect } from "./fixtures/test";
import { ACCOUNTS, type Live, test } from "./policy-prosody/test";
import { connect, drain, join, sendText, xml } from "./prosody/client.mjs";
import { readArchive, shows } from "./prosody/pages";
import { findProsody, HOST, ROOMS } from "./prosody/server.mjs";

// From a field in the browser to what a running Prosody keeps and deletes, and back.

const DAY = 86_400;
const ROOM = `garden@${ROOMS}`;

test.describe("the policy of a real Prosody", () => {
  test.describe.configure({ mode: "serial" });
  test.skip(
    findProsody() === null,
    "Prosody is not installed (apt install prosody lua-dbi-postgresql)",
  );

  test("who is archived is who the page says, person and room", async ({ live, pageAs }) => {
    const juliet = await signIn(live, "juliet");
    const say = async (words: string) => {
      await sendText(juliet, `romeo@${HOST}`, words, words);
      await sayIn(juliet, ROOM, `${words} here`);
      await drain(juliet);
    };
    await join(juliet, ROOM, "Juliet");
    await say("first");

    const page = await pageAs("admin");
    await open(page, HOST);
    await expect(effective(page, HOST, "default_archive_policy")).toHaveText("everybody");
    await page.getByRole("combobox", { name: "Archive with" }).selectOption({ label: "nobody" });
    await openTab(page, "rooms");
    await expect(effective(page, ROOMS, "muc_log_by_default")).toHaveText("default");
    await page.getByRole("combobox", { name: "New rooms" }).selectOption("false");
    await expect(right(page).getByText("default_archive_policy = false")).toBeVisible();
    await expect(right(page).getByText("muc_log_by_default = false")).toBeVisible();
    await expect(right(page).getByText("Nothing is deleted.")).toBeVisible();
    await apply(page, "nobody is to be archived for now");
    await expect(effective(page, ROOMS, "muc_log_by_default")).toHaveText(/only when their owner/);
    await openTab(page, HOST);
    await expect(effective(page, HOST, "default_archive_policy")).toHaveText("nobody");
    expect(readFileSync(live.prosody.managed, "utf8")).toContain("default_archive_policy = false");
    await say("second");

    await page.getByRole("combobox", { name: "Archive with" }).selectOption({ label: "everybody" });
    await openTab(page, "rooms");
    await page.getByRole("combobox", { name: "New rooms" }).selectOption("true");
    await apply(page, "archiving goes on");
    await openTab(page, HOST);
    await expect(effective(page, HOST, "default_archive_policy")).toHaveText("everybody");
    await say("third");

    expect(await kept(live, HOST)).toEqual(["first", "first", "third", "third"]);
    expect(await kept(live, ROOMS)).toEqual(["first here", "third here"]);
    await readArchive(page, `/archive/${HOST}/juliet?with=romeo%40${HOST}`);
    await shows(page, "first", "third");
    await expect(page.getByText("second", { exact: true })).toHaveCount(0);
    await juliet.stop();
  });

  test("what a shorter time deletes is what Prosody then deletes", async ({ live, pageAs }) => {
    const juliet = await signIn(live, "juliet");
    await join(juliet, ROOM, "Juliet");
    for (const words of ["aged 400", "aged 40", "aged 39", "aged 20"]) {
      await sendText(juliet, `romeo@${HOST}`, words, words);
      await sayIn(juliet, ROOM, `${words} here`);
    }
    await drain(juliet);
    await juliet.stop();
    for (const days of [400, 40, 39, 20]) await grow(live, days);

    const page = await pageAs("admin");
    // The index takes the older times within seconds; a preview is asked for anew by a page that is opened anew.
    await expect(async () => {
      await open(page, HOST);
      await page.getByRole("spinbutton", { name: "Keep messages" }).fill("30");
      await expect(right(page).locator(".big b")).toHaveText("4", { timeout: 5_000 });
    }).toPass();
    await expect(right(page).getByText("of 2; 0 lose everything")).toBeVisible();
    await expect(observed(page, HOST, "archive_expires_after")).toContainText("no cleanup noted");
    await openTab(page, "rooms");
    await page.getByRole("spinbutton", { name: "Keep rooms" }).fill("90");
    await expect(right(page).getByText('muc_log_expires_after = "90d"')).toBeVisible();
    await expect(right(page).locator(".big b")).toHaveText("4");
    await apply(page, "a month for people, three for rooms");
    await expect(effective(page, ROOMS, "muc_log_expires_after")).toHaveText("90 days");
    await openTab(page, HOST);
    await expect(effective(page, HOST, "archive_expires_after")).toHaveText("30 days");
    expect(readFileSync(live.prosody.managed, "utf8")).toContain('archive_expires_after = "30d"');

    const all = await kept(live, HOST);
    const deleted = await runDailyTask(live);
    // The oldest pair was over the former limit already, so that the preview did not count it.
    expect(deleted).toEqual({ [HOST]: 6, [ROOMS]: 1 });
    const gone = ["aged 39", "aged 40", "aged 400"];
    expect(await kept(live, HOST)).toEqual(all.filter((it) => !gone.includes(it)));
    expect(await kept(live, ROOMS)).toEqual([
      ...["aged 20 here", "aged 39 here", "aged 40 here", "first here", "third here"],
    ]);
    await open(page, HOST);
    await expect(observed(page, HOST, "archive_expires_after")).toContainText("last cleanup");
    await expect(async () => {
      await page.goto("/archive");
      const line = page.getByRole("row", { name: new RegExp(`juliet@${HOST}`) });
      await expect(line.getByText("3", { exact: true })).toBeVisible({ timeout: 2_000 });
    }).toPass();
    // Those that wait offline for romeo are among them: no setting expires them.
    const [left] = await live.ask(
      (sql) => sql<{ rows: number }[]>`select count(*)::int as rows from prosodyarchive`,
    );
    await expect(async () => {
      await page.goto("/storage");
      const figure = page.getByText(`${left?.rows} rows hold`);
      await expect(figure).toBeVisible({ timeout: 2_000 });
    }).toPass();
  });

  test("the way back, and what Prosody refuses", async ({ live, pageAs }) => {
    const file = () => readFileSync(live.prosody.managed, "utf8");
    const page = await pageAs("admin");
    await open(page, "history");
    const version = page.getByRole("region", { name: "Version 2" });
    await version.getByRole("button", { name: "Back to this version" }).click();
    await expect(right(page).getByText('archive_expires_after = "30d"')).toBeVisible();
    await apply(page, "as it was before");
    expect(file()).toContain("default_archive_policy = true");
    expect(file()).not.toContain("expires_after");
    await openTab(page, HOST);
    await expect(page.getByRole("spinbutton", { name: "Keep messages" })).toHaveValue("365");
    await expect(effective(page, HOST, "archive_expires_after")).toHaveText("1y");

    const before = file();
    const config = readFileSync(live.prosody.config, "utf8");
    // Our parser cannot know that this fails while it runs.
    const broken = 'if false then end error("no") VirtualHost';
    writeFileSync(live.prosody.config, config.replace("VirtualHost", broken));
    await page.getByRole("spinbutton", { name: "Keep messages" }).fill("60");
    await refused(page, "Prosody did not take this. The file is as it was before");
    expect(file()).toBe(before);
    await expect(effective(page, HOST, "archive_expires_after")).toHaveText("1y");
    writeFileSync(live.prosody.config, config);
    await apply(page, "the other file is mended");
    await expect(effective(page, HOST, "archive_expires_after")).toHaveText("60 days");

    const after = file();
    await live.prosody.restart(async () => {
      await page.getByRole("spinbutton", { name: "Keep messages" }).fill("61");
      await refused(page, "Prosody's admin socket does not answer. The file is as it was before");
      expect(file()).toBe(after);
    });
    await open(page, HOST);
    await expect(effective(page, HOST, "archive_expires_after")).toHaveText("60 days");
    await right(page).getByRole("button", { name: "Discard" }).click();
    await expect(page.getByRole("spinbutton", { name: "Keep messages" })).toHaveValue("60");
  });
});

type Client = Awaited<ReturnType<typeof connect>>;

const signIn = ({ prosody }: Live, user: keyof typeof ACCOUNTS): Promise<Client> =>
  connect({ port: prosody.port, user, password: ACCOUNTS[user], resource: "balcony" });

async function sayIn(client: Client, room: string, words: string): Promise<void> {
  await client.send(
    xml("message", { to: room, type: "groupchat", id: words }, xml("body", {}, words)),
  );
}

const right = (page: Page) => page.getByRole("complementary", { name: "What it deletes" });

async function open(page: Page, at: string): Promise<void> {
  await page.goto(`/policy?at=${at}`);
  await expect(page.getByRole("heading", { name: "Policy", level: 1 })).toBeVisible();
}

const openTab = (page: Page, name: string) => page.getByRole("tab", { name }).click();

const truth = (page: Page, host: string, name: string, which: string): Locator =>
  page
    .locator(`[id="${host}-${name}"] dl > div`)
    .filter({ has: page.getByText(which, { exact: true }) })
    .locator("dd");
const effective = (page: Page, host: string, name: string) => truth(page, host, name, "effective");
const observed = (page: Page, host: string, name: string) => truth(page, host, name, "observed");

async function press(page: Page, why: string): Promise<void> {
  await page.getByLabel("Why").fill(why);
  await right(page).getByRole("button", { name: "Apply" }).click();
}

async function apply(page: Page, why: string): Promise<void> {
  await press(page, why);
  await expect(page.getByText("In force: Prosody was reloaded")).toBeVisible();
  await expect(right(page).getByRole("button", { name: "Apply" })).toHaveCount(0);
}

/** The sentence stays when the page has read everything anew, with the draft that was saved on the way. */
async function refused(page: Page, sentence: string): Promise<void> {
  await press(page, "this will not be taken");
  await expect(right(page).getByText("Saved by admin")).toBeVisible();
  await expect(right(page).getByRole("alert")).toContainText(sentence);
}

/** What was said under this name gets older by so many days. */
const grow = ({ ask }: Live, days: number) =>
  ask(
    (sql) => sql`update prosodyarchive set "when" = "when" - ${days * DAY}::int
      where store in ('archive', 'muc_log')
        and substring(value from '<body>(.*)</body>') in (${`aged ${days}`}, ${`aged ${days} here`})`,
  );

/** Bodies of the rows of a host's archives, sorted; two rows for a message between two of its people. */
async function kept({ ask }: Live, host: string): Promise<string[]> {
  const rows = await ask(
    (sql) => sql<{ body: string }[]>`
      select substring(value from '<body>(.*)</body>') as body from prosodyarchive
      where host = ${host} and store in ('archive', 'muc_log')`,
  );
  return rows.map((it) => it.body).sort();
}

/**
 * As if a day had passed: 0.12 looks for its last run when it starts, and never deletes on its first day
 * (mod_cron.lua). Returns how many rows each host's task says it deleted.
 */
async function runDailyTask({ prosody, ask }: Live): Promise<Record<string, number>> {
  const tasks = [
    [HOST, "mam/remove_expired_messages"],
    [ROOMS, "muc_mam/remove_expired_messages"],
  ] as const;
  const twoDaysAgo = String(Math.floor(Date.now() / 1_000) - 2 * DAY);
  const said = prosody.log().length;
  await prosody.restart(() =>
    ask(async (sql) => {
      for (const [host, key] of tasks) {
        await sql`delete from prosody where host = ${host} and store = 'cron' and key = ${key}`;
        await sql`insert into prosody (host, "user", store, key, type, value)
          values (${host}, '', 'cron', ${key}, 'number', ${twoDaysAgo})`;
      }
    }),
  );
  const runs = () => [
    ...prosody
      .log()
      .slice(said)
      .matchAll(/ (\S+):\w+\s+info\s+Deleted (\d+) expired messages/g),
  ];
  await expect.poll(() => runs().length).toBe(tasks.length);
  return Object.fromEntries(runs().map(([, host, rows]) => [host, Number(rows)]));
}
