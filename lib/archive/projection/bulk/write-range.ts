import "server-only";
import { finished } from "node:stream/promises";
import type { TransactionSql } from "postgres";
import type { Queryable } from "@/lib/db/transaction";
import type { Layout } from "@/lib/prosody/layouts/layout";
import { findUnfit } from "../write-batch";
import { COUNTED_COLUMNS, MESSAGE_COLUMNS } from "./copy-text";
import { checksumNow, checksumOf, isSame, type Range } from "./range";
import type { ReadRange } from "./range-reader";

/**
 * Writes the lines of a range and moves the watermark behind it; the caller holds the projection lock. Rows
 * that were deleted since they were read leave no line, rows that were changed are left for later.
 */
export async function writeRange(
  tx: TransactionSql,
  layout: Layout,
  range: Range,
  read: ReadRange,
): Promise<number> {
  await copy(tx, `console.message (${MESSAGE_COLUMNS})`, read.messages);
  await copy(tx, `console.counted (${COUNTED_COLUMNS})`, read.counted);
  const then = checksumOf(read.ids, read.versions);
  if (!isSame(then, await checksumNow(tx, layout, range))) await takeBack(tx, layout, read);
  await tx`
    update console.indexer_state set watermark = ${range.to}::bigint,
      build_rows = build_rows + ${read.ids.length}::int, last_indexed_at = clock_timestamp()
    where one`;
  return read.ids.length;
}

/** These lines were never seen by anybody, and are not counted yet. */
async function takeBack(tx: Queryable, layout: Layout, { ids, versions }: ReadRange) {
  const read = new Map(Array.from(ids, (id, n) => [id, String(versions[n])]));
  const unfit = [...(await findUnfit(tx, layout, read))];
  if (unfit.length === 0) return;
  await tx`delete from console.message where sort_id = any(${unfit}::bigint[])`;
  await tx`delete from console.counted where sort_id = any(${unfit}::bigint[])`;
}

async function copy(tx: TransactionSql, target: string, text: Uint8Array): Promise<void> {
  if (text.length === 0) return;
  const stream = await tx.unsafe(`copy ${target} from stdin`).writable();
  stream.end(Buffer.from(text.buffer, text.byteOffset, text.byteLength));
  await finished(stream, { readable: false });
}
