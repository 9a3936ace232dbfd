import type { Page } from "@playwright/test";
import postgres, { type Sql } from "postgres";
import { expect } from "./fixtures/test";
import { numberOf, readTwin } from "./fixtures/twin";
import { type Own, test } from "./own-database/test";

// Every chart of an archive with nothing in it, with a single day, and with three years.

const DAY = 86_400;
const WIDTHS = [1440, 375];
const CHARTS = ["Size over time", /^Growth a /, "Whose rows", "When they are written", "Encrypted"];

async function inArchive<T>({ archive }: Own, work: (sql: Sql) => Promise<T>): Promise<T> {
  const sql = postgres(archive.url, { max: 1, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 2 });
  }
}

/** As many rows, evenly over the days before today: words, ciphertext and markers of people and of a room. */
const store = (own: Own, rows: number, days: number) =>
  inArchive(own, async (sql) => {
    const end = Math.floor(Date.now() / 1000 / DAY) * DAY;
    await sql`delete from prosodyarchive`;
    await sql`
      insert into prosodyarchive (host, "user", store, key, "when", "with", type, value)
      select case when n % 3 = 0 then 'rooms.span.example' else 'span.example' end,
        case when n % 3 = 0 then 'hall' else 'person' || n % 7 end,
        case when n % 3 = 0 then 'muc_log' else 'archive' end, 'k' || n,
        ${end}::int - 1 - floor(n * ${(days * DAY - 1) / rows}::float8)::int, 'other@span.example', 'xml',
        format('<message from="other@span.example/x" type="%s" id="i%s">%s</message>',
          case when n % 3 = 0 then 'groupchat' else 'chat' end, n,
          case n % 4 when 0 then '<encrypted xmlns="eu.siacs.conversations.axolotl"/>'
            when 1 then '<displayed xmlns="urn:xmpp:chat-markers:0" id="x"/>'
            else '<body>' || repeat('word ', n % 40 + 1) || '</body>' end)
      from generate_series(1, ${rows}::int) n`;
  });

async function indexed({ console }: Own): Promise<void> {
  const { code, output } = await console.muniment("index", "--wait");
  expect(code, output).toBe(0);
}

/** What no reader may see: numbers that are none, words over words, words outside of their drawing. */
async function expectWellDrawn(page: Page, name: string): Promise<void> {
  const faults = await page.evaluate(() => {
    const found: string[] = [];
    for (const svg of document.querySelectorAll("figure svg.recharts-surface, figure svg[role]")) {
      const frame = svg.getBoundingClientRect();
      if (frame.width === 0) continue;
      if (/NaN|Infinity|undefined/.test(svg.outerHTML)) found.push("a number that is none");
      const words = [...svg.querySelectorAll("text")]
        .map((it) => ({ box: it.getBoundingClientRect(), text: it.textContent ?? "" }))
        .filter(({ box, text }) => box.width > 0 && text.trim() !== "");
      for (const [at, { box, text }] of words.entries()) {
        if (box.left < frame.left - 1 || box.right > frame.right + 1) found.push(`cut: ${text}`);
        for (const other of words.slice(at + 1)) {
          const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
          const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
          // Line boxes are higher than letters.
          if (across > 1 && down > 4) found.push(`over each other: ${text} and ${other.text}`);
        }
      }
    }
    return found;
  });
  expect(faults, name).toEqual([]);
}

async function expectFits(page: Page, name: string): Promise<void> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(over, `${name} scrolls sideways`).toBeLessThanOrEqual(0);
}

test.describe("the charts of an archive", () => {
  test.describe.configure({ mode: "serial" });

  test("that is empty say so, and draw nothing", async ({ own, pageAs, expectAccessible }) => {
    await inArchive(own, (sql) => sql`delete from prosodyarchive`);
    const { code, output } = await own.console.muniment("adopt", "--yes");
    expect(code, output).toBe(0);
    await indexed(own);
    for (const width of WIDTHS) {
      const page = await pageAs("admin", { width });
      await page.goto("/storage");
      await expect(page.getByText("No archive row is stored yet.")).toBeVisible();
      await expect(page.getByRole("heading", { name: "Whose rows" })).toHaveCount(0);
      await expectAccessible(page);
      await expectFits(page, `storage, ${width}`);
      await page.goto("/");
      await expect(page.getByRole("heading", { name: "What disappears next" })).toBeVisible();
      await expect(page.getByRole("main")).not.toContainText(/NaN|Infinity|undefined|null/);
      await expectAccessible(page);
      await expectFits(page, `overview, ${width}`);
    }
  });

  for (const { name, rows, days, step } of [
    { name: "of one day", rows: 600, days: 1, step: "day" },
    { name: "of three years", rows: 12_000, days: 1_096, step: "month" },
  ]) {
    test(`${name} are drawn so that they can be read, and say what PostgreSQL counts`, async ({
      own,
      pageAs,
      expectAccessible,
    }) => {
      await store(own, rows, days);
      await indexed(own);
      for (const width of WIDTHS) {
        const page = await pageAs("admin", { width });
        await page.goto("/storage?unit=rows");
        for (const title of CHARTS) {
          const chart = page.getByRole("figure", { name: title });
          await chart.scrollIntoViewIfNeeded();
          await expect(chart.locator("svg, [role=grid], [role=img]").first()).toBeVisible();
        }
        await expect(page.locator(".bones")).toHaveCount(0);
        await expectWellDrawn(page, `storage ${name}, ${width}`);
        await expectFits(page, `storage ${name}, ${width}`);
        await expectAccessible(page);
        await page.goto("/");
        await expect(page.locator(".overview .recharts-surface").first()).toBeVisible();
        await expectWellDrawn(page, `overview ${name}, ${width}`);
        await expectFits(page, `overview ${name}, ${width}`);
      }
      const page = await pageAs("admin");
      await page.goto("/storage?unit=rows&tables=size,growth");
      const growth = await readTwin(page.getByRole("figure", { name: `Growth a ${step}` }));
      const sum = growth.lines.reduce((all, line) => all + numberOf(line.at(-1)), 0);
      expect(sum).toBe(rows);
      if (days === 1) expect(growth.lines.filter((it) => numberOf(it.at(-1)) > 0)).toHaveLength(1);
      else expect(growth.lines.length).toBeGreaterThanOrEqual(36);
      const sizes = await readTwin(page.getByRole("figure", { name: "Size over time" }));
      const now = sizes.lines.find(([at]) => !at?.startsWith("≈")) ?? [];
      const byHost = await inArchive(
        own,
        (sql) => sql<{ host: string; rows: number }[]>`
          select host, count(*)::int as rows from prosodyarchive group by host`,
      );
      for (const it of byHost) {
        expect(numberOf(now[sizes.columns.indexOf(it.host)]), it.host).toBe(it.rows);
      }
    });
  }
});
