import { askArchive } from "./fixtures/demo-archive";
import { untilIndexed } from "./fixtures/search";
import { expect, test } from "./fixtures/test";
import { chartOf, readTwin } from "./fixtures/twin";

const MIB = 1024 ** 2;
const UNITS: Record<string, number> = { bytes: 1, KiB: 1024, MiB: MIB, GiB: 1024 * MIB };

/** `119 MiB` as bytes. */
const bytesOf = (text: string | undefined): number => {
  const [amount, unit] = (text ?? "").split(/\s/);
  return Number(amount?.replaceAll(",", "")) * (UNITS[unit ?? ""] ?? Number.NaN);
};

const databaseBytes = async () => {
  const [row] = await askArchive(
    (sql) => sql<{ bytes: number }[]>`
      select pg_database_size(current_database())::float8 as bytes`,
  );
  return row?.bytes ?? Number.NaN;
};

test("what is on disk is what PostgreSQL says, measured since the first day", async ({
  pageAs,
}) => {
  const page = await pageAs("support");
  await untilIndexed(page);
  // The first sample comes within a minute of the index.
  await expect(async () => {
    await page.goto("/storage?unit=disk&tables=size");
    await expect(chartOf(page, "Size over time")).toContainText(/Measured daily since \d{4}-/, {
      timeout: 5_000,
    });
  }).toPass({ timeout: 120_000 });
  const { columns, lines } = await readTwin(chartOf(page, "Size over time"));
  const [newest] = lines;
  const sum = columns.indexOf("together");
  expect(newest?.[1]).toBe("measured");
  // Other tests write meanwhile.
  const size = await databaseBytes();
  expect(Math.abs(bytesOf(newest?.[sum]) / size - 1)).toBeLessThan(0.25);
  const parts = newest?.slice(2, sum).reduce((total, it) => total + bytesOf(it), 0) ?? 0;
  expect(Math.abs(parts / bytesOf(newest?.[sum]) - 1)).toBeLessThan(0.02);
  const guessed = lines.filter((line) => line[1] === "≈ what is left");
  expect(guessed.length).toBeGreaterThan(20);
  // Looking is all that support may.
  await expect(page.getByRole("region", { name: "Limit of the database" })).toBeVisible();
  await expect(page.getByRole("button", { name: /limit$/ })).toHaveCount(0);
});

test("a host alone has nothing on disk of its own", async ({ pageAs }) => {
  const page = await pageAs("support");
  await untilIndexed(page);
  await page.goto("/storage?unit=disk&host=northquay.example");
  await expect(chartOf(page, "Size over time")).toBeVisible();
  await expect(page.getByRole("radio", { name: "bytes" })).toBeChecked();
  await expect(page.getByRole("radio", { name: "on disk" })).toHaveCount(0);
});

test("a limit is set, refused where it makes no sense or somebody was quicker, and is on the trail", async ({
  pageAs,
}) => {
  const page = await pageAs("admin");
  await untilIndexed(page);
  await page.goto("/storage?unit=disk&tables=size");
  const line = page.getByRole("region", { name: "Limit of the database" });
  const dialog = page.getByRole("dialog", { name: "Limit of the database" });
  const size = dialog.getByLabel("Size of the whole database");
  const open = () => line.getByRole("button", { name: /limit$/ }).click();
  const save = () => dialog.getByRole("button", { name: "Set the limit" }).click();

  await open();
  await size.fill("much");
  await save();
  await expect(dialog.getByRole("alert")).toHaveText("Give a size as a number.");
  await size.fill("1");
  await dialog.getByLabel("Unit").selectOption("MiB");
  await save();
  await expect(dialog.getByRole("alert")).toContainText("64 MiB at least");

  const limit = Math.ceil((await databaseBytes()) / MIB) + 30;
  await size.fill(String(limit));
  await save();
  await expect(dialog).toBeHidden();
  await expect(line).toContainText(
    `The limit is ${limit} MiB for the whole database, set by admin`,
  );
  await expect(page.locator(".abstract")).toContainText(/your limit is reached about \d{4}-\d{2}/);
  const chart = chartOf(page, "Size over time");
  await expect(chart.getByRole("rowheader", { name: /^≈ .*: limit reached$/ })).toBeAttached();

  // Another window that was opened before somebody changed it again.
  await open();
  await page.request.get("/api/storage/limit");
  const other = await pageAs("admin");
  await other.goto("/storage");
  await other.getByRole("button", { name: "Change the limit" }).click();
  const others = other.getByRole("dialog", { name: "Limit of the database" });
  await others.getByRole("radio", { name: "the volume" }).check({ force: true });
  await others.getByRole("button", { name: "Set the limit" }).click();
  await expect(others).toBeHidden();
  await size.fill(String(limit + 1));
  await save();
  await expect(dialog.getByRole("alert")).toContainText("Somebody has changed the limit");
  await page.keyboard.press("Escape");
  await expect(line).toContainText("The limit is the volume");

  await page.goto("/audit?action=storage.limit");
  const entry = page.getByRole("row").filter({ hasText: "set how large the database may become" });
  await expect(entry.first()).toContainText("admin");
});
