import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { resetEnv } from "@/lib/env";
import { useTestDatabase } from "@/lib/testing/database";
import { testGrant } from "@/lib/testing/grants";
import type { Forecast } from "../views";
import { getForecast } from "./forecast";

const database = useTestDatabase({ fixture: "prosody-0.12", indexed: true });
const grant = testGrant("storage.read");
const folder = mkdtempSync(path.join(os.tmpdir(), "lives-"));

afterEach(() => {
  delete process.env.PROSODY_CONFIG;
  resetEnv();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Forty days of the same of one store, up to yesterday, and an owner whose oldest row is of the first. */
beforeAll(async () => {
  const sql = database.superuser();
  await sql`delete from console.rollup_day`;
  await sql`
    insert into console.rollup_day
    select (select id from console.host where host = 'chat.example'), 'archive',
      current_date - '1970-01-01'::date - d, 1000, 500000,
      array_fill(1000, array[96]), array_fill(500000::bigint, array[96])
    from generate_series(1, 40) d`;
  await sql`
    update console.owner set first = extract(epoch from current_date - 40)::int
    where store = 'archive' and rows > 0`;
});

async function forecastWith(expires: string | null): Promise<Forecast> {
  if (expires !== null) {
    const file = path.join(folder, "prosody.cfg.lua");
    writeFileSync(
      file,
      `modules_enabled = { "mam" }\nVirtualHost "chat.example"\n  archive_expires_after = ${expires}\n`,
    );
    process.env.PROSODY_CONFIG = file;
    resetEnv();
  }
  const found = await getForecast(grant, { unit: "rows", host: "chat.example" });
  if (found.state !== "ready" || !found.data) throw new Error("no forecast");
  return found.data;
}

const lifeOf = ({ lives }: Forecast) => lives.find((it) => it.store === "archive");
const change = ({ points }: Forecast) =>
  Math.round((points.at(-1)?.mid ?? Number.NaN) - (points[0]?.mid ?? Number.NaN));

test("without a configuration nothing is counted on, and the forecast says so", async () => {
  const found = await forecastWith(null);
  expect(lifeOf(found)).toMatchObject({ expiresAfterSeconds: "unknown", overdue: false });
  expect(found.perDay).toBeCloseTo(1_000, 6);
});

test("what is kept for ever grows, what is kept for forty days stands still", async () => {
  const kept = await forecastWith('"never"');
  expect(lifeOf(kept)).toMatchObject({ expiresAfterSeconds: "never" });
  expect(kept.perDay).toBeCloseTo(1_000, 6);
  const steady = await forecastWith('"40d"');
  expect(lifeOf(steady)).toMatchObject({ expiresAfterSeconds: 40 * 86_400, overdue: false });
  expect(steady.perDay).toBeCloseTo(0, 6);
  expect(change(steady)).toBe(0);
});

test("a longer life lets it grow until its first day goes", async () => {
  expect(change(await forecastWith('"50d"'))).toBe(10_000);
});

test("rows that should have gone long ago say that nobody deletes", async () => {
  const found = await forecastWith('"7d"');
  expect(lifeOf(found)).toMatchObject({ expiresAfterSeconds: 7 * 86_400, overdue: true });
  expect(found.perDay).toBeCloseTo(1_000, 6);
});
