import type { Sql } from "postgres";
import { expect } from "vitest";
import { detectLayout } from "@/lib/prosody/layouts/detect";
import { MESSAGE_KINDS } from "@/lib/xmpp/kinds";
import type { TestDatabase } from "./database";
import { readProjection, recountArchive } from "./recount";
import type { SearchCounts } from "./recount-search";
import { indexAll } from "./stages";

/** Lets the indexer finish, then compares every line and every count with a recount in plain code. */
export async function expectTrueProjection(
  database: Pick<TestDatabase, "superuser">,
): Promise<void> {
  await indexAll();
  const sql = database.superuser();
  const layout = await detectLayout(sql);
  if (!layout) throw new Error("no archive table");
  const [left] = await sql`
    select (select count(*)::int from console.delta) as deltas,
      (select count(*)::int from console.rollup_note) as quarters,
      (select count(*)::int from console.rollup_month_note) as months,
      (select count(*)::int from console.dirty) as marks`;
  expect(left).toEqual({ deltas: 0, quarters: 0, months: 0, marks: 0 });
  const found = await readProjection(sql, MESSAGE_KINDS);
  const expected = await recountArchive(sql, layout);
  expect(found).toEqual({ ...expected, search: forgive(expected.search, found.search) });
  await expectWholeWordIndex(sql);
}

/** A mark may outlive what it stood for (whoever searches looks it up), but none may be missing. */
function forgive(expected: SearchCounts, found: SearchCounts): SearchCounts {
  return Object.fromEntries(
    Object.entries(expected).map(([id, { line, marks }]) => {
      const stale = found[id]?.marks.filter((it) => !marks.includes(it)) ?? [];
      return [id, { line, marks: [...marks, ...stale].sort() }];
    }),
  );
}

/** The index of words has every line and no other. */
async function expectWholeWordIndex(sql: Sql): Promise<void> {
  const lines = await sql.begin(async (tx) => {
    await tx`set local enable_indexscan = off`;
    await tx`set local enable_bitmapscan = off`;
    await tx`set local enable_seqscan = on`;
    const [scanned] =
      await tx`select count(*)::int as n from console.message where tsv @@ '!absent'`;
    await tx`set local enable_bitmapscan = on`;
    await tx`set local enable_seqscan = off`;
    const kinds = MESSAGE_KINDS.map((_, code) => `':k${code}'`).join(" | ");
    const [indexed] = await tx`
      select count(*)::int as n from console.message where tsv @@ ${kinds}::tsquery`;
    return { scanned: scanned?.n, indexed: indexed?.n };
  });
  expect(lines.indexed).toBe(lines.scanned);
}
