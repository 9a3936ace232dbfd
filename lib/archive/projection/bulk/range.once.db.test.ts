import { expect, test } from "vitest";
import { pools } from "@/lib/db/pools";
import { layout } from "@/lib/prosody/layouts/detect";
import { useTestDatabase } from "@/lib/testing/database";
import { checksumNow, checksumOf, isSame, planRanges } from "./range";

const database = useTestDatabase({ fixture: "prosody-0.12", adopted: true });

const stored = () => database.superuser()<{ id: number; version: number }[]>`
  select sort_id::float8 as id, xmin::text::float8 as version from prosodyarchive order by sort_id`;

async function compare(read: { id: number; version: number }[]): Promise<boolean> {
  const whole = { after: 0, to: read.at(-1)?.id ?? 0 };
  const then = checksumOf(
    read.map((it) => it.id),
    read.map((it) => it.version),
  );
  return isSame(then, await checksumNow(pools().jobs, await layout(), whole));
}

test("what was read is told from what is stored as soon as one row is another", async () => {
  const read = await stored();
  expect(read.length).toBeGreaterThan(100);
  expect(await compare(read)).toBe(true);
  const [first, ...rest] = read;
  if (!first) throw new Error("the fixture has messages");
  for (const by of [1, 65_521, 65_536, 4_000_000])
    expect(await compare([{ ...first, version: first.version + by }, ...rest])).toBe(false);
  expect(await compare(rest)).toBe(false);
  await database.superuser()`update prosodyarchive set value = value where sort_id = ${first.id}`;
  expect(await compare(read)).toBe(false);
});

test("ranges follow each other without a gap and hold every row once", async () => {
  const read = await stored();
  const whole = { after: 0, to: (read.at(-1)?.id ?? 0) + 7 };
  const ranges = await planRanges(pools().jobs, await layout(), whole, 50);
  expect(ranges[0]?.after).toBe(0);
  expect(ranges.at(-1)?.to).toBe(whole.to);
  for (const [n, { after }] of ranges.entries())
    expect(after).toBe(n === 0 ? 0 : ranges[n - 1]?.to);
  for (const { after, to } of ranges) {
    const rows = read.filter(({ id }) => id > after && id <= to).length;
    expect(rows).toBeGreaterThan(0);
    expect(rows).toBeLessThanOrEqual(50);
  }
});
