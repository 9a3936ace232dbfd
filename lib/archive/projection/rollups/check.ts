import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import type { IndexerContext } from "../index-range";
import { readState } from "../state";
import { underLock } from "../write-batch";
import { differenceOf, type Span } from "./difference";
import { takeAway } from "./repair";

const ATTEMPTS = 40;
const PAUSE_MS = 250;

/**
 * Counts the lines of whole UTC months again and puts the rollups right. Returns how many of their lines were
 * wrong; what could not be put right, because somebody deleted all the while, is found another time.
 */
export async function checkRollups(
  { sql, layout }: Pick<IndexerContext, "sql" | "layout">,
  span: Span,
): Promise<number> {
  const { generation } = await readState(sql);
  const { count: bent } = await sql`
    update console.rollup_day set rows = rows_until[96], bytes = bytes_until[96]
    where day >= ${span.fromDay} and day < ${span.toDay}
      and (rows, bytes) is distinct from (rows_until[96], bytes_until[96])`;
  const found = await differenceOf(sql, span);
  const wrong = found.quarters.length + found.kinds.length + found.months.length;
  for (let attempt = 0; wrong > 0 && attempt < ATTEMPTS; attempt += 1) {
    const { done } = await underLock(sql, layout, {
      stillWanted: (now) => !now.rebuild && now.generation === generation,
      async write(tx) {
        await takeAway(tx, found);
        return 0;
      },
    });
    if (done !== "busy") break;
    await sleep(PAUSE_MS);
  }
  return bent + wrong;
}
