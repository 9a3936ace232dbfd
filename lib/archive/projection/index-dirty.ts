import "server-only";
import type { Queryable } from "@/lib/db/transaction";
import type { Layout } from "@/lib/prosody/layouts/layout";
import { removeLines } from "./deltas";
import type { IndexerContext } from "./index-range";
import { prepare } from "./prepare";
import { readById } from "./read-rows";
import { type Outcome, underLock, writePrepared } from "./write-batch";

/**
 * Rows that carry a mark: changed in place, late, or found wrong by a check. Afterwards the projection
 * says of each what the archive says, whether that is a line or none. A mark stays when its row was
 * changed again meanwhile.
 */
export async function indexMarked(
  { sql, layout, occupants }: IndexerContext,
  limit: number,
): Promise<Outcome> {
  const marks = await sql<{ id: number }[]>`
    select distinct sort_id::float8 as id from console.dirty order by 1 limit ${limit}`;
  if (marks.length === 0) return { done: "written", lines: 0 };
  const ids = marks.map((it) => it.id);
  const rows = await readById(sql, layout, ids);
  const prepared = await prepare(rows, occupants);
  return underLock(sql, layout, {
    stillWanted: (now) => !now.rebuild,
    async write(tx) {
      await tx`delete from console.dirty where sort_id = any(${ids}::bigint[])`;
      await removeGone(
        tx,
        layout,
        ids.filter((id) => !prepared.versions.has(id)),
      );
      return writePrepared(tx, layout, prepared, true);
    },
  });
}

/** A row that was not there when it was read, but is now, keeps its mark. */
async function removeGone(tx: Queryable, layout: Layout, ids: number[]): Promise<void> {
  if (ids.length === 0) return;
  const back = await tx<{ id: number }[]>`
    insert into console.dirty (sort_id)
    select i.id from unnest(${ids}::bigint[]) as i(id)
    where exists (select from ${tx.unsafe(layout.table)} a where ${tx.unsafe(layout.rowId)} = i.id)
    returning sort_id::float8 as id`;
  const there = new Set(back.map((it) => it.id));
  await removeLines(
    tx,
    ids.filter((id) => !there.has(id)),
  );
}
