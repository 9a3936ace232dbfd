import type { Page } from "@playwright/test";
import type { Sql } from "postgres";
import { askArchive } from "./fixtures/demo-archive";
import { untilIndexed } from "./fixtures/search";
import { expect, test } from "./fixtures/test";

const part = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
const fact = (page: Page, region: string, name: string) =>
  part(page, region).locator("dt", { hasText: name }).locator("+ dd");

test("what the console is connected to is what PostgreSQL says", async ({ pageAs }) => {
  const page = await pageAs("admin");
  await page.goto("/");
  await page
    .getByRole("navigation", { name: "Main" })
    .getByRole("link", { name: "Server" })
    .click();
  await expect(page.getByRole("heading", { level: 1, name: "Server" })).toBeVisible();
  const [own] = await askArchive(
    (sql) => sql<{ version: string; port: number; trgm: string }[]>`
      select split_part(current_setting('server_version'), ' ', 1) as version,
        inet_server_port() as port,
        (select extversion from pg_extension where extname = 'pg_trgm') as trgm`,
  );
  await expect(fact(page, "PostgreSQL", "Version")).toHaveText(own?.version ?? "?");
  await expect(fact(page, "PostgreSQL", "Address")).toContainText(`127.0.0.1 port ${own?.port}`);
  await expect(fact(page, "PostgreSQL", "Login")).toHaveText("muniment acts as muniment_web");
  const trgm = part(page, "Extensions").getByRole("row", { name: /^pg_trgm/ });
  await expect(trgm.getByRole("cell").last()).toHaveText(own?.trgm ?? "?");
  // Nobody has loaded it into the embedded server: the page says what to run.
  await expect(
    part(page, "Extensions").getByText("create extension pg_stat_statements;"),
  ).toBeVisible();

  const adoption = part(page, "What Muniment adds to Prosody’s tables");
  const objects = await adoption.locator("tbody tr").count();
  expect(objects).toBeGreaterThan(3);
  await expect(adoption.getByRole("row", { name: /there$/ })).toHaveCount(objects);
  await expect(adoption.getByText("All of it is there.")).toBeVisible();
  const worker = part(page, "Workers").getByRole("row", { name: /running$/ });
  await expect(worker.first()).toBeVisible();
  await expect(
    part(page, "Connections").getByRole("row", { name: /^pages \d+ \d+ \d+ 12$/ }),
  ).toBeVisible();
});

test("Prosody is shown by what its tables say", async ({ pageAs }) => {
  const page = await pageAs("support");
  const runs = () =>
    askArchive(
      (sql) => sql<{ host: string; task: string }[]>`
        select host, key as task from prosody where store = 'cron' and "user" = '' and type = 'number'`,
    );
  await untilIndexed(page);
  await page.goto("/server");
  const prosody = part(page, "Prosody, as its tables show it");
  await expect(prosody.getByText("northquay.example", { exact: false }).first()).toBeVisible();
  for (const { host, task } of await runs()) {
    const words = task.startsWith("mam/") ? "messages of people" : "";
    const line = prosody.getByRole("row", {
      name: new RegExp(`^${host.replaceAll(".", "\\.")} .*${words}`),
    });
    await expect(line.first(), `${host} ${task}`).toBeVisible();
  }
});

/** A transaction of Prosody's login that may still store rows, and a row that comes after it. */
async function withHeldIndex(sql: Sql, look: (pid: number) => Promise<void>): Promise<void> {
  const row = { host: "northquay.example", user: "mara", store: "of-a-browser-test", key: "one" };
  await sql.begin(async (holder) => {
    const [own] = await holder<{ pid: number; id: string }[]>`
      select pg_backend_pid() as pid, pg_current_xact_id()::text as id`;
    await askArchive(
      (other) => other`
        insert into prosodyarchive (host, "user", store, key, "when", "with", type, value)
        values (${row.host}, ${row.user}, ${row.store}, ${row.key}, extract(epoch from now())::int, '',
          'xml', '<x/>')`,
    );
    try {
      await look(own?.pid ?? 0);
    } finally {
      await askArchive((other) => other`delete from prosodyarchive where store = ${row.store}`);
    }
  });
}

test("an index that is held up says by whom, and that it goes on, without a new page", async ({
  pageAs,
}) => {
  const page = await pageAs("admin");
  await untilIndexed(page);
  await page.goto("/server");
  const index = part(page, "Index of the archive");
  await expect(index.getByText("ready").first()).toBeVisible();
  await askArchive((sql) =>
    withHeldIndex(sql, async (pid) => {
      const line = index.getByRole("row", { name: new RegExp(`^${pid} prosody prosody `) });
      await expect(line).toContainText("may still store rows");
      await expect(fact(page, "Index of the archive", "Waiting rows")).not.toHaveText("none");
      await expect(fact(page, "Index of the archive", "Oldest waiting row")).toBeVisible();
      await expect(page.getByText(/^The index is [\d,]+ rows? behind$/)).toBeVisible();
    }),
  );
  await expect(fact(page, "Index of the archive", "Waiting rows")).toHaveText("none");
  await expect(page.getByText("The index is up to date", { exact: true })).toBeVisible();
});

test("an answer that does not come is said beside the last one", async ({ pageAs, problems }) => {
  const page = await pageAs("admin");
  await page.goto("/server");
  await expect(fact(page, "PostgreSQL", "Version")).toBeVisible();
  await page.context().setOffline(true);
  const alert = page.getByRole("alert").filter({ hasText: "not of this moment" });
  await expect(alert).toContainText("The console cannot be reached.");
  await expect(fact(page, "PostgreSQL", "Version")).toBeVisible();
  await alert.getByRole("button", { name: "Try again" }).click();
  await expect(alert).toBeVisible();
  await page.context().setOffline(false);
  await expect(alert).toHaveCount(0, { timeout: 60_000 });
  // That a request failed is what this test is about.
  problems.splice(0);
});

test("whoever may not see the server is not led there", async ({ pageAs }) => {
  for (const role of ["compliance", "auditor"] as const) {
    const page = await pageAs(role);
    await page.goto("/");
    const nouns = page.getByRole("navigation", { name: "Main" });
    await expect(nouns.getByRole("link", { name: "Overview" })).toBeVisible();
    await expect(nouns.getByRole("link", { name: "Server" })).toHaveCount(0);
    await page.goto("/server");
    await expect(page).toHaveURL(/\/no-access/);
    for (const path of ["/api/server", "/api/server/pulse"]) {
      expect((await page.request.get(path)).status(), path).toBe(403);
    }
  }
});

test("the page speaks German", async ({ pageAs, baseURL, expectAccessible }) => {
  const page = await pageAs("support");
  await page.context().addCookies([{ name: "muniment.locale", value: "de", url: baseURL ?? "" }]);
  await page.goto("/server");
  await expect(part(page, "Verbindungen").getByRole("rowheader", { name: "Seiten" })).toBeVisible();
  await expect(part(page, "Was Muniment Prosodys Tabellen hinzufügt")).toContainText(
    "Alles ist da.",
  );
  await expectAccessible(page);
});
