import { expect } from "vitest";
import { detectLayout } from "@/lib/prosody/layouts/detect";
import { MESSAGE_KINDS } from "@/lib/xmpp/kinds";
import type { TestDatabase } from "./database";
import { readProjection, recountArchive } from "./recount";
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
      (select count(*)::int from console.dirty) as marks`;
  expect(left).toEqual({ deltas: 0, marks: 0 });
  expect(await readProjection(sql, MESSAGE_KINDS)).toEqual(await recountArchive(sql, layout));
}
