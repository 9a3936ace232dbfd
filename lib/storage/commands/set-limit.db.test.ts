import { expect, test } from "vitest";
import { useTestDatabase } from "@/lib/testing/database";
import { testGrant } from "@/lib/testing/grants";
import { limitRequest } from "../limit-schema";
import { getForecast } from "../queries/forecast";
import { getStorageLimit } from "../queries/limit";
import type { ForecastUnit } from "../views";
import { setStorageLimit } from "./set-limit";

const database = useTestDatabase({ fixture: "prosody-0.12", indexed: true });
const grant = testGrant("storage.maintain");
const reader = testGrant("storage.read");
const GIB = 1024 ** 3;

const entries = () => database.superuser()<{ canonical: string }[]>`
  select canonical from console.audit_entry where action = 'storage.limit' order by seq`;

test("without one, and with a volume that nobody knows, there is no line", async () => {
  expect(await getStorageLimit(reader)).toMatchObject({
    ...{ bytes: null, version: 0, changedAt: null, changedBy: null, freeBytes: null },
    databaseBytes: expect.toSatisfy((bytes: number) => bytes > 1_000_000),
  });
  expect((await forecastOf("bytes")).limit).toBeNull();
});

test("is set, is on the trail with what it was before, and can go back to the volume", async () => {
  expect(await setStorageLimit(grant, { bytes: 2 * GIB, version: 0 })).toEqual({ version: 1 });
  expect(await getStorageLimit(reader)).toMatchObject({
    ...{ bytes: 2 * GIB, version: 1, changedBy: "tester" },
  });
  await setStorageLimit(grant, { bytes: null, version: 1 });
  const said = (await entries()).map((it) => JSON.parse(it.canonical).details);
  expect(said).toEqual([
    { before: null, bytes: 2 * GIB, version: 1 },
    { before: 2 * GIB, bytes: null, version: 2 },
  ]);
});

test("whoever saw an older one has to look again, and nothing is changed or on the trail", async () => {
  const before = (await entries()).length;
  for (const version of [0, 1, 3]) {
    await expect(setStorageLimit(grant, { bytes: GIB, version })).rejects.toMatchObject({
      ...{ code: "conflict", details: { reason: "limit-changed" } },
    });
  }
  expect(await getStorageLimit(reader)).toMatchObject({ bytes: null, version: 2 });
  expect(await entries()).toHaveLength(before);
  const both = await Promise.allSettled(
    [GIB, 2 * GIB].map((bytes) => setStorageLimit(grant, { bytes, version: 2 })),
  );
  expect(both.map((it) => it.status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await getStorageLimit(reader)).toMatchObject({ version: 3 });
});

test("what is no size is refused with its sentence", () => {
  const problem = (bytes: unknown) =>
    limitRequest.safeParse({ bytes, version: 0 }).error?.issues[0]?.message;
  expect(problem(null)).toBeUndefined();
  expect(problem(GIB)).toBeUndefined();
  expect(problem(1_000)).toMatch(/64 MiB/);
  expect(problem(2 ** 60)).toMatch(/4,096 TiB/);
  expect(problem("1")).toBe("Give a size as a number.");
  expect(problem(GIB + 0.5)).toBe("Give a size as a number.");
});

async function forecastOf(unit: ForecastUnit) {
  const found = await getForecast(reader, { unit, host: null });
  if (found.state !== "ready" || !found.data) throw new Error("no forecast");
  return found.data;
}

test("is the line of the forecast: one date, whether stanzas are counted or files", async () => {
  const sql = database.superuser();
  // Six weeks of the same day up to yesterday: the fixture is of a few days only.
  await sql`delete from console.rollup_day`;
  await sql`
    insert into console.rollup_day
    select 1, 'archive', current_date - '1970-01-01'::date - d, 1000, 500000,
      array_fill(1000, array[96]), array_fill(500000::bigint, array[96])
    from generate_series(1, 42) d`;
  const { databaseBytes, version } = await getStorageLimit(reader);
  await setStorageLimit(grant, { bytes: databaseBytes + GIB, version });
  const [stanzas, disk] = [await forecastOf("bytes"), await forecastOf("disk")];
  expect(disk.limit).toEqual({
    ...{ bytes: databaseBytes + GIB, value: databaseBytes + GIB, source: "setting" },
  });
  expect(stanzas.perDay).toBeCloseTo(500_000, 0);
  expect(disk.points[0]?.mid).toBeGreaterThanOrEqual(databaseBytes);
  expect(disk.fullAt?.at).toBeGreaterThan(Date.now() / 1_000 + 86_400);
  expect(Math.abs((stanzas.fullAt?.at ?? 0) - (disk.fullAt?.at ?? 0))).toBeLessThan(2 * 86_400);
  const over = await getStorageLimit(reader);
  await setStorageLimit(grant, { bytes: 64 * 1024 ** 2, version: over.version });
  const reached = databaseBytes >= 64 * 1024 ** 2;
  const soon = (await forecastOf("disk")).fullAt?.at ?? Number.POSITIVE_INFINITY;
  expect(soon).toBeLessThan(disk.fullAt?.at ?? 0);
  if (reached) expect(soon).toBeLessThanOrEqual(Date.now() / 1_000 + 1);
});
