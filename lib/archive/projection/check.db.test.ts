import { expect, test } from "vitest";
import { pools } from "@/lib/db/pools";
import { detectLayout } from "@/lib/prosody/layouts/detect";
import { useTestDatabase } from "@/lib/testing/database";
import { expectTrueProjection } from "@/lib/testing/expect-true";
import { checkNow, checkProjection } from "./check";
import { Occupants } from "./occupants";
import { projectionStatus } from "./status";

const database = useTestDatabase({ fixture: "prosody-0.12", indexed: true });
const ever = { start: 0, end: 2_147_483_647 };
const nothing = { ...ever, missing: 0, surplus: 0, changed: 0, rollups: 0 };

const context = async () => {
  const sql = pools().jobs;
  const layout = await detectLayout(sql);
  if (!layout) throw new Error("no layout");
  return { sql, layout, occupants: new Occupants(sql, layout) };
};

test("a true projection passes", async () => {
  expect(await checkProjection(await context(), ever)).toEqual(nothing);
});

/** The only ways past the triggers: one of them disabled, or our own tables changed by hand. */
async function damage(): Promise<void> {
  await database.superuser().begin(async (tx) => {
    await tx`alter table prosodyarchive disable trigger muniment_capture_delete`;
    await tx`delete from prosodyarchive where sort_id in (
      select sort_id from console.message order by sort_id limit 7)`;
    await tx`alter table prosodyarchive enable always trigger muniment_capture_delete`;
    const lines = await tx`delete from console.counted where sort_id in (
      select sort_id from console.counted order by sort_id limit 3) returning owner_id, size_bytes`;
    for (const { owner_id, size_bytes } of lines) {
      await tx`update console.owner set rows = rows - 1, bytes = bytes - ${size_bytes}
        where id = ${owner_id}`;
    }
  });
}

test("what went past the triggers is found and put right", async () => {
  await damage();
  const found = await checkProjection(await context(), ever);
  expect(found).toMatchObject({ missing: 3, surplus: 7, changed: 0 });
  expect(found.rollups).toBeGreaterThan(0);
  expect(await checkProjection(await context(), ever)).toEqual(nothing);
  await expectTrueProjection(database);
});

test("a row that was changed past the triggers is read again", async () => {
  await database.superuser().begin(async (tx) => {
    await tx`alter table prosodyarchive disable trigger muniment_capture_update`;
    await tx`update prosodyarchive set value = value || ' ', "when" = "when" + 40000000
      where sort_id in (select sort_id from console.message order by sort_id desc limit 2)`;
    await tx`update prosodyarchive set value = value || ' '
      where sort_id in (select sort_id from console.message order by sort_id limit 1)`;
    await tx`alter table prosodyarchive enable always trigger muniment_capture_update`;
  });
  expect(await checkProjection(await context(), ever)).toMatchObject({ changed: 3, rollups: 0 });
  await expectTrueProjection(database);
});

test("rollups that are wrong are put right, while rows come and go", async () => {
  const sql = database.superuser();
  await sql`delete from console.rollup_day where day in (select max(day) from console.rollup_day)`;
  await sql`update console.rollup_kind set rows = rows + 5, bytes = bytes - 1 where kind = 1`;
  await sql`update console.rollup_day set rows = rows + 1 where day in (select min(day) from console.rollup_day)`;
  await sql`insert into console.rollup_month select id, 2000 * 12, 7, 7 from console.owner limit 3`;
  // Noted down, but not added up yet.
  await database.prosody()`delete from prosodyarchive where sort_id in (
    select sort_id from prosodyarchive order by sort_id desc limit 50)`;
  expect(await checkProjection(await context(), ever)).toMatchObject({
    ...nothing,
    rollups: expect.toSatisfy((lines: number) => lines > 10),
  });
  expect(await checkProjection(await context(), ever)).toEqual(nothing);
  await expectTrueProjection(database);
});

test("once a day, and the page says what was found", async () => {
  const sql = database.superuser();
  await sql`update console.indexer_state set built_at = now() - interval '2 days', checked_at = null`;
  await damage();
  let sentence: string | null = null;
  // A random month: often enough it is one of those that are wrong.
  for (let day = 0; day < 400 && sentence === null; day += 1) {
    await sql`update console.indexer_state set checked_at = now() - interval '25 hours'`;
    sentence = await checkNow(await context());
    expect(await checkNow(await context())).toBeNull();
  }
  expect(sentence).toMatch(/^From \d{4}-\d\d-01 to .* they are indexed again\./);
  const findings =
    await sql`select id, params->>'surplus' as surplus from console.finding order by 1`;
  expect(findings[0]).toMatchObject({ id: "index-differs", surplus: expect.stringMatching(/\d/) });
  expect((await projectionStatus()).problem).toBe(sentence);
});

test("a wrong rollup is found by the daily check, raised, put right, and the finding goes when all is well", async () => {
  const sql = database.superuser();
  await sql`delete from console.finding`;
  await sql`update console.rollup_kind set rows = rows + 5`;
  const check = async () => {
    await sql`update console.indexer_state set built_at = now() - interval '2 days',
      checked_at = now() - interval '25 hours'`;
    return checkNow(await context());
  };
  const findings = () => sql<{ id: string; params: Record<string, unknown>; found_at: Date }[]>`
    select id, params, found_at from console.finding where id = 'rollups-differ'`;
  // Months without a row are drawn as well: nothing is wrong in them.
  let sentence: string | null = null;
  for (let night = 0; night < 400 && sentence === null; night += 1) sentence = await check();
  expect(sentence).toMatch(
    /sums of the storage page were not what they add up; they were put right/,
  );
  const [raised] = await findings();
  expect(raised?.params).toMatchObject({
    from: expect.stringMatching(/^\d{4}-\d\d-01$/),
    lines: expect.toSatisfy((lines: number) => lines > 0),
  });
  expect(Date.now() - (raised?.found_at.getTime() ?? 0)).toBeLessThan(600_000);
  const from = Date.parse(`${raised?.params.from}T00:00:00Z`) / 1_000;
  const to = Date.parse(`${raised?.params.to}T00:00:00Z`) / 1_000 + 86_400;
  expect((await checkProjection(await context(), { start: from, end: to })).rollups).toBe(0);
  // The other months are as wrong as they were: they are put right, and the next night is quiet.
  await checkProjection(await context(), ever);
  expect(await check()).toBeNull();
  expect(await findings()).toEqual([]);
  await expectTrueProjection(database);
});
