import "server-only";
import type { Sql } from "postgres";
import { withMaintenance } from "@/lib/db/maintenance";
import { databaseUrl } from "@/lib/db/pools";
import type { Layout } from "@/lib/prosody/layouts/layout";
import { clearProjection } from "./clear";
import { estimateRows } from "./estimate-rows";
import { createIndexes, dropIndexes, ownsMessages } from "./message-indexes";
import { type IndexerState, setProblem } from "./state";
import { PROJECTION_VERSION } from "./version";
import { type Outcome, underLock } from "./write-batch";

/** From here on a first build does without indexes, which are made afterwards. */
const LARGE_ROWS = 100_000;

export const mustStartOver = (state: IndexerState, layout: Layout): boolean =>
  state.rebuild || state.layout !== layout.name || state.version !== PROJECTION_VERSION;

/**
 * Empties the projection and begins anew. Only the owner of the table may also say which indexes it has;
 * with another login they stay as they are.
 */
export async function startOver(
  sql: Sql,
  layout: Layout,
  largeRows: number = LARGE_ROWS,
): Promise<Outcome> {
  return withMaintenance(databaseUrl(), async (owner) => {
    const owns = await ownsMessages(owner);
    const large =
      owns && layout.name === "prosody" && (await estimateRows(sql, layout)) >= largeRows;
    const outcome = await underLock(owns ? owner : sql, layout, {
      stillWanted: (now) => mustStartOver(now, layout),
      async write(tx) {
        await clearProjection(tx, layout.name);
        if (owns) await (large ? dropIndexes(tx) : createIndexes(tx));
        await tx`update console.indexer_state set build_started_at = clock_timestamp(),
          step = ${large ? "rows" : null}::text where one`;
        return 0;
      },
    });
    if (!owns) await setProblem(sql, NOT_OWNER);
    return outcome;
  });
}

const NOT_OWNER =
  "The worker's login does not own the index, so it cannot build the index of words: search is slow.";
