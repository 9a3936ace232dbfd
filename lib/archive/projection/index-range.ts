import "server-only";
import type { Sql } from "postgres";
import type { Layout } from "@/lib/prosody/layouts/layout";
import type { Occupants } from "./occupants";
import { prepare } from "./prepare";
import { type VersionedRow, walkBySortId, walkByTime } from "./read-rows";
import type { IndexerState } from "./state";
import { type Outcome, underLock, writePrepared } from "./write-batch";

export type IndexerContext = { sql: Sql; layout: Layout; occupants: Occupants };

/** The next rows by `sort_id`, up to the highest one that is safe; moves the watermark behind them. */
export async function indexNextRows(
  { sql, layout, occupants }: IndexerContext,
  state: IndexerState,
  limit: number,
): Promise<Outcome> {
  const range = { after: state.watermark, to: state.safeHigh, limit };
  const { rows, more } = await walkBySortId(sql, layout, range);
  const reached = more ? lastOf(rows).rowId : state.safeHigh;
  const prepared = await prepare(rows, occupants);
  return underLock(sql, layout, {
    stillWanted: (now) => !now.rebuild && now.watermark === state.watermark,
    async write(tx) {
      const written = await writePrepared(tx, layout, prepared, false);
      await tx`
        update console.indexer_state set watermark = ${reached}::bigint,
          build_rows = build_rows + case when built_at is null then ${rows.length}::int else 0 end,
          last_indexed_at = case when ${written > 0} then clock_timestamp() else last_indexed_at end
        where one`;
      return written;
    },
  });
}

/** Reference layout, first walk through everything in the order of (when_col, number). */
export async function indexNextByTime(
  { sql, layout, occupants }: IndexerContext,
  state: IndexerState,
  limit: number,
): Promise<Outcome & { end: boolean }> {
  const from = { afterWhen: state.watermarkWhen, afterId: state.watermark, limit };
  const { rows, more } = await walkByTime(sql, layout, from);
  if (rows.length === 0) return { done: "written", lines: 0, end: true };
  const last = lastOf(rows);
  const prepared = await prepare(rows, occupants);
  const outcome = await underLock(sql, layout, {
    stillWanted: (now) =>
      !now.rebuild &&
      now.watermark === state.watermark &&
      now.watermarkWhen === state.watermarkWhen,
    async write(tx) {
      const written = await writePrepared(tx, layout, prepared, false);
      await tx`
        update console.indexer_state set watermark = ${last.rowId}::bigint,
          watermark_when = ${last.when}, build_rows = build_rows + ${rows.length}::int,
          last_indexed_at = clock_timestamp()
        where one`;
      return written;
    },
  });
  return { ...outcome, end: !more };
}

function lastOf(rows: VersionedRow[]): VersionedRow {
  const last = rows.at(-1);
  if (!last) throw new Error("a cut batch has at least one row");
  return last;
}
