import { readFileSync } from "node:fs";
import { askArchive } from "./fixtures/demo-archive";
import { untilIndexed } from "./fixtures/search";
import { expect, test } from "./fixtures/test";
import { chartOf, numberOf, readTwin } from "./fixtures/twin";

const AS_TABLES = "tables=size,growth,owners,heat,encrypted";

/** Rows a host and week (from Monday) of a zone, by PostgreSQL's own calendar. */
const weeksIn = (zone: string) =>
  askArchive(
    (sql) => sql<{ host: string; week: string; rows: number }[]>`
      select host, count(*)::int as rows,
        to_char(date_trunc('week', to_timestamp("when") at time zone ${zone}), 'YYYY-MM-DD') as week
      from prosodyarchive group by host, week order by week`,
  );

for (const zone of ["UTC", "Asia/Kathmandu", "America/St_Johns"]) {
  test(`growth and sizes are what PostgreSQL counts, week by week in ${zone}`, async ({
    pageAs,
    baseURL,
  }) => {
    const page = await pageAs("admin");
    await untilIndexed(page);
    await page.context().addCookies([{ name: "muniment.zone", value: zone, url: baseURL ?? "" }]);
    await page.goto(`/storage?unit=rows&${AS_TABLES}`);
    const [growth, sizes, counted] = [
      await readTwin(chartOf(page, "Growth a week")),
      await readTwin(chartOf(page, "Size over time")),
      await weeksIn(zone),
    ];
    const hosts = growth.columns.slice(1, -1);
    expect(hosts.toSorted()).toEqual([...new Set(counted.map((it) => it.host))].sort());
    expect(growth.lines.length).toBeGreaterThan(50);
    expect(sizes.columns.slice(1, hosts.length + 1)).toEqual(hosts);

    const sums = hosts.map(() => 0);
    const known = sizes.lines.filter(([week]) => !week?.startsWith("≈")).toReversed();
    for (const [at, line] of growth.lines.toReversed().entries()) {
      const week = (line[0] ?? "").slice(0, 10);
      const rows = hosts.map(
        (host) => counted.find((it) => it.host === host && it.week === week)?.rows ?? 0,
      );
      expect(line.slice(1, -1).map(numberOf), week).toEqual(rows);
      expect(numberOf(line.at(-1)), week).toBe(rows.reduce((sum, it) => sum + it, 0));
      for (const [host, more] of rows.entries()) sums[host] = (sums[host] ?? 0) + more;
      expect(known[at]?.[0]?.slice(0, 10)).toBe(week);
      expect(known[at]?.slice(1, hosts.length + 1).map(numberOf), week).toEqual(sums);
    }
    const all = counted.reduce((sum, it) => sum + it.rows, 0);
    await expect(page.locator(".abstract")).toContainText(`${all.toLocaleString("en")} rows hold`);
  });
}

test("hours, owners, stores and encrypted are what PostgreSQL counts", async ({ pageAs }) => {
  const page = await pageAs("admin");
  await untilIndexed(page);
  await page.goto(`/storage?unit=rows&by=store&${AS_TABLES}`);
  const hours = await readTwin(chartOf(page, "When they are written"));
  const weeks = 8;
  const counted = await askArchive(
    (sql) => sql<{ weekday: number; hour: number; mean: number }[]>`
      select extract(isodow from at)::int - 1 as weekday, extract(hour from at)::int as hour,
        count(*)::float8 / ${weeks} as mean
      from (select to_timestamp("when") at time zone 'UTC' as at from prosodyarchive) a
      where at >= current_date - ${weeks * 7}::int and at < current_date group by 1, 2`,
  );
  for (const [weekday, line] of hours.lines.entries()) {
    for (const [hour, shown] of line.slice(1).entries()) {
      const mean = counted.find((it) => it.weekday === weekday && it.hour === hour)?.mean ?? 0;
      expect(Math.abs(numberOf(shown) - mean), `${line[0]} ${hour}`).toBeLessThanOrEqual(0.5);
    }
  }

  const owners = await readTwin(chartOf(page, "Whose rows"));
  const largest = await askArchive(
    (sql) => sql<{ jid: string; rows: number }[]>`
      select "user" || '@' || host as jid, count(*)::int as rows from prosodyarchive
      where store in ('archive', 'muc_log') group by 1 order by 2 desc limit 10`,
  );
  for (const { jid, rows } of largest) {
    const line = owners.lines.find(([name]) => name === jid);
    expect(numberOf(line?.[2]), jid).toBe(rows);
  }

  const sizes = await readTwin(chartOf(page, "Size over time"));
  const stores = await askArchive(
    (sql) => sql<{ store: string; rows: number }[]>`
      select store, count(*)::int as rows from prosodyarchive group by store`,
  );
  for (const { store, rows } of stores) {
    const column = sizes.columns.indexOf(store);
    expect(numberOf(sizes.lines[0]?.[column]), store).toBe(rows);
  }
});

test("one host alone, chosen in the frame, and the address says so", async ({ pageAs }) => {
  const page = await pageAs("support");
  await untilIndexed(page);
  await page.goto("/storage?unit=rows&tables=size");
  await page.getByRole("button", { name: "Host: All hosts" }).click();
  await page.getByRole("menuitemradio", { name: /^rooms\.northquay\.example/ }).click();
  await expect(page).toHaveURL(/\/storage\?.*host=rooms\.northquay\.example/);
  await expect(page.locator(".abstract")).toContainText("on rooms.northquay.example");
  const rows = await askArchive(
    (sql) => sql<{ rows: number }[]>`
      select count(*)::int as rows from prosodyarchive where host = 'rooms.northquay.example'`,
  );
  const { columns, lines } = await readTwin(chartOf(page, "Size over time"));
  expect(columns[1]).toBe("rooms.northquay.example");
  expect(numberOf(lines[0]?.[1])).toBe(rows[0]?.rows);
});

test("a chart is walked through and zoomed by keys, and the address keeps it", async ({
  pageAs,
}) => {
  const page = await pageAs("admin");
  await untilIndexed(page);
  await page.goto("/storage?unit=rows");
  const walk = page.getByRole("slider", { name: /^Growth a week/ });
  await walk.focus();
  await page.keyboard.press("Home");
  const first = await walk.getAttribute("aria-valuetext");
  await page.keyboard.press("ArrowRight");
  await expect(walk).not.toHaveAttribute("aria-valuetext", first ?? "");
  await expect(walk).toHaveAttribute("aria-valuetext", /^\d{4}-\d{2}-\d{2}: .*together [\d,]+$/);
  const week = (await walk.getAttribute("aria-valuetext"))?.slice(0, 10) ?? "";
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`from=${week}`));
  await expect(page).toHaveURL(/to=\d{4}-\d{2}-\d{2}/);
  await expect(chartOf(page, "Growth a day")).toBeVisible();
  const address = page.url();
  await chartOf(page, "Growth a day").getByRole("radio", { name: "table" }).check({ force: true });
  const { lines } = await readTwin(chartOf(page, "Growth a day"));
  expect(lines.length).toBe(14);
  expect(lines.at(-1)?.[0]).toBe(week);
  await expect(page).toHaveURL(`${address}&tables=growth`);
  await page.reload();
  expect((await readTwin(chartOf(page, "Growth a day"))).lines).toEqual(lines);
  await page.getByRole("radio", { name: "all", exact: true }).check({ force: true });
  await expect(chartOf(page, "Growth a week")).toBeVisible();
  await expect(page).not.toHaveURL(/from=/);
});

test("dragging over the sizes zooms into them", async ({ pageAs }) => {
  const page = await pageAs("admin");
  await untilIndexed(page);
  await page.goto("/storage?unit=rows");
  const plot = page.getByRole("slider", { name: /^Size over time/ });
  const box = await plot.boundingBox();
  if (!box) throw new Error("the plot has no place");
  await page.mouse.move(box.x + box.width * 0.1, box.y + 40);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.2, box.y + 40, { steps: 4 });
  await page.mouse.up();
  await expect(page).toHaveURL(/from=\d{4}-\d{2}-\d{2}&to=\d{4}-\d{2}-\d{2}/);
  const { searchParams } = new URL(page.url());
  const shown = `${searchParams.get("from")} to ${searchParams.get("to")}`;
  await expect(page.getByRole("radio", { name: shown })).toBeChecked();
});

test("a box of the treemap opens months and stores of its owner", async ({ pageAs }) => {
  const page = await pageAs("admin");
  await untilIndexed(page);
  await page.goto("/storage?unit=rows");
  const tree = page.getByRole("slider", { name: /^Whose rows/ });
  await tree.focus();
  let jid = "";
  await expect(async () => {
    await page.keyboard.press("ArrowRight");
    jid = (await tree.getAttribute("aria-valuetext"))?.split(": ")[0] ?? "";
    expect(jid).toContain("@");
  }).toPass();
  await page.keyboard.press("Enter");
  const sheet = page.getByRole("dialog", { name: jid });
  await expect(sheet.getByRole("img", { name: /^Rows of each month/ })).toBeVisible();
  expect(new URL(page.url()).searchParams.get("owner")).toBe(jid);
  const at = jid.lastIndexOf("@");
  const stores = await askArchive(
    (sql) => sql<{ store: string; rows: number }[]>`
      select store, count(*)::int as rows from prosodyarchive
      where host = ${jid.slice(at + 1)} and "user" = ${jid.slice(0, at)} group by store`,
  );
  for (const { store, rows } of stores) {
    const line = sheet
      .getByRole("row")
      .filter({ has: page.getByRole("rowheader", { name: store }) });
    await expect(line.getByRole("cell").first()).toHaveText(rows.toLocaleString("en"));
  }
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();
  await expect(page).not.toHaveURL(/owner=/);
});

test("a chart leaves as a table, a drawing and a picture", async ({ pageAs }) => {
  const page = await pageAs("admin");
  await untilIndexed(page);
  await page.goto("/storage?unit=rows");
  const chart = chartOf(page, "Size over time");
  await expect(chart.locator("svg .recharts-area").first()).toBeAttached();
  const save = async (what: string) => {
    await chart.getByRole("button", { name: "Download: Size over time" }).click();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("menuitem", { name: what }).click(),
    ]);
    return { name: download.suggestedFilename(), content: readFileSync(await download.path()) };
  };
  const svg = await save("Drawing (SVG)");
  expect(svg.name).toBe("muniment-size-rows-by-host.svg");
  const drawing = await page.evaluate((text) => {
    const parsed = new DOMParser().parseFromString(text, "image/svg+xml");
    return {
      wrong: parsed.querySelector("parsererror")?.textContent ?? null,
      texts: [...parsed.querySelectorAll("text")].map((it) => it.textContent),
      tokens: parsed.documentElement.outerHTML.includes("var(--"),
      paths: parsed.querySelectorAll("path").length,
    };
  }, svg.content.toString("utf8"));
  expect(drawing).toMatchObject({ wrong: null, tokens: false });
  expect(drawing.texts).toContain("Size over time");
  expect(drawing.texts).toContain("northquay.example");
  expect(drawing.paths).toBeGreaterThan(3);

  const png = await save("Picture (PNG)");
  expect(png.content.subarray(1, 4).toString("latin1")).toBe("PNG");
  const [width, height] = [png.content.readUInt32BE(16), png.content.readUInt32BE(20)];
  expect(width).toBeGreaterThan(2 * 1000);
  expect(height).toBeGreaterThan(2 * 300);

  const csv = await save("Table (CSV)");
  await chart.getByRole("radio", { name: "table" }).check({ force: true });
  const { columns, lines } = await readTwin(chart);
  const [head, ...rest] = csv.content.toString("utf8").split("\r\n");
  expect(head).toBe(`\ufeff${columns.join(",")}`);
  expect(rest.pop()).toBe("");
  expect(rest).toHaveLength(lines.length);
  expect(rest[0]?.split(",").slice(1, 3).map(Number)).toEqual(lines[0]?.slice(1, 3).map(numberOf));
});

test("whoever may not see what the archive costs is not led there", async ({ pageAs }) => {
  const page = await pageAs("auditor");
  await page.goto("/audit");
  const nouns = page.getByRole("navigation", { name: "Main" });
  await expect(nouns.getByRole("link", { name: "Audit" })).toBeVisible();
  await expect(nouns.getByRole("link", { name: "Storage" })).toHaveCount(0);
  await page.goto("/storage");
  await expect(page).toHaveURL(/\/no-access/);
  expect((await page.request.get("/api/storage/growth")).status()).toBe(403);
});
