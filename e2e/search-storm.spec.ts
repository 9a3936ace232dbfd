import { setTimeout as sleep } from "node:timers/promises";
import { expect, type Page, test } from "@playwright/test";
import type { Sql } from "postgres";
import { signIn } from "@/scripts/bench/client.mjs";
import { Storm, searchingBackends, worstSearches } from "@/scripts/bench/storm.mjs";
import { boxOf } from "./fixtures/search";
import { fillSignIn, PASSWORD } from "./fixtures/test";
import { OwnConsole } from "./own-database/console";
import { storeManyOfOneId } from "./own-database/many-of-one-id";
import { type Archive, OwnServer } from "./own-database/server";

// Searches that last for a minute when nobody ends them, in a console of their own. That they end soon is
// what counts; how soon is measured by `npm run bench -- search --storm`.

const CLIENTS = 200;
const OFFICERS = ["compliance", ...Array.from({ length: 6 }, (_, n) => `officer-${n}`)];
const EXACTLY = { path: "/api/search/count", body: { text: "thunder", exact: true } };

let server: OwnServer;
let archive: Archive;
let own: OwnConsole;

const asSuperuser = <T>(work: (sql: Sql) => Promise<T>) => server.asSuperuser(archive.name, work);
const searching = () => asSuperuser(searchingBackends);
const untilNothingRuns = () =>
  expect.poll(searching, { message: "searches that run", timeout: 15_000 }).toEqual([]);

test.describe.configure({ mode: "serial" });

test.beforeAll(async () => {
  test.setTimeout(180_000);
  server = await OwnServer.start();
  archive = await server.createArchive("prosody", "muniment");
  await asSuperuser(storeManyOfOneId);
  own = await OwnConsole.start(archive.url);
  for (const command of [
    ["adopt", "--yes"],
    ["index", "--wait"],
  ]) {
    const { code, output } = await own.muniment(...command);
    expect(code, output).toBe(0);
  }
  await asSuperuser(employ);
});

test.afterAll(async () => {
  await own?.stop();
  await server?.stop();
});

/** Officers with the password of the one there is, each with a reading of everything. */
async function employ(sql: Sql): Promise<void> {
  await sql`insert into console.operator (name, password_hash, roles)
    select n, password_hash, roles from console.operator, unnest(${OFFICERS.slice(1)}::text[]) n
    where name = 'compliance'`;
  await sql`insert into console.reveal (operator_id, reason, expires_at)
    select id::text, 'searches that last', now() + interval '1 hour' from console.operator
    where name = any(${OFFICERS})`;
  // Otherwise done by the database itself, sooner or later: how common the word is.
  await sql`analyze console.message`;
}

const asOfficer = (n = 0) => signIn(own.url, OFFICERS[n] ?? "", PASSWORD);

test("two hundred at once: told to come again, other pages answer, and nothing runs on without them", async () => {
  const officers = await Promise.all(OFFICERS.map((_, n) => asOfficer(n)));
  const reader = await signIn(own.url, "support", PASSWORD);
  const words = { common: "thunder", sparse: "with:alice@chat.example", piece: "hund" };
  const storm = new Storm(officers, worstSearches(words), CLIENTS);
  const pages = [
    "/archive",
    "/archive/chat.example/alice?with=bob%40chat.example",
    "/api/archive/owners?sort=rows",
    "/api/archive/chat.example/alice/messages?with=bob%40chat.example",
    "/api/health",
  ];
  let answered = 0;
  // As long as it takes until most of them were turned away; an answer other than 200 throws.
  for (let round = 0; round < 4 || storm.count(503) < CLIENTS * 0.75; round += 1) {
    for (const page of pages) {
      await reader.get(page);
      answered += 1;
    }
  }
  expect(answered).toBeGreaterThanOrEqual(20);
  expect(await searching()).not.toEqual([]);
  expect([...storm.answers.keys()].filter((it) => it !== 200 && it !== 503)).toEqual([]);
  expect(storm.rude, "a refusal says when to come again").toBe(0);
  await storm.leave();
  await untilNothingRuns();
  const { page } = await (await asOfficer()).post("/api/search", { text: "photo" });
  expect(page.hits.length).toBeGreaterThan(0);
});

test("a request that is given up ends its query, and its connection lives on", async () => {
  const officer = await asOfficer();
  const leaving = new AbortController();
  const answer = officer.send(EXACTLY.path, EXACTLY.body, leaving.signal).catch(() => "given up");
  await expect.poll(searching).not.toEqual([]);
  const [before] = await searching();
  leaving.abort();
  expect(await answer).toBe("given up");
  await untilNothingRuns();
  const alive = await asSuperuser(
    (sql) => sql`select from pg_stat_activity where pid = ${before ?? 0}`,
  );
  expect(alive).toHaveLength(1);
});

/** The exact count alone: months of so many rows take as long. */
const counting = () =>
  asSuperuser(async (sql) => {
    const rows = await sql`select from pg_stat_activity where application_name = 'muniment search'
      and state = 'active' and query like '%count(*)%' and query not like '%to_char%'`;
    return rows.length;
  });

async function countExactly(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Count exactly" }).click();
  await expect.poll(counting).toBe(1);
}

test("a count that is stopped, and a tab that is closed, end their queries", async ({
  browser,
}) => {
  const page = await browser.newPage({ baseURL: own.url });
  await page.goto("/sign-in");
  await fillSignIn(page, "compliance", PASSWORD);
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
  await page.goto("/search");
  await boxOf(page).fill("thunder");
  await countExactly(page);
  await page.getByRole("button", { name: "Stop counting" }).click();
  await expect.poll(counting).toBe(0);
  await countExactly(page);
  await page.close();
  await untilNothingRuns();
});

test("a web server that is killed takes its query with it, and comes back", async () => {
  const officer = await asOfficer();
  const answer = officer.send(EXACTLY.path, EXACTLY.body).catch(() => "cut off");
  await expect.poll(searching).not.toEqual([]);
  const [backend] = await searching();
  const web = own.webProcess ?? 0;
  process.kill(web, "SIGKILL");
  expect(await answer).toBe("cut off");
  const left = () =>
    asSuperuser((sql) => sql`select pid from pg_stat_activity where pid = ${backend ?? 0}`);
  await expect.poll(async () => (await left()).length, { timeout: 15_000 }).toBe(0);
  await expect
    .poll(
      async () => {
        await sleep(200);
        return officer.post("/api/search", { text: "photo" }).then(
          ({ page }) => page.hits.length > 0,
          () => false,
        );
      },
      { timeout: 30_000 },
    )
    .toBe(true);
  expect(own.webProcess).not.toBe(web);
});
