import "server-only";
import type { Queryable } from "@/lib/db/transaction";
import { PROJECTION_VERSION } from "./version";

/**
 * Empties the projection and puts the indexer back to the beginning. The caller holds the projection
 * lock exclusively, so no batch and no delete is under way.
 */
export async function clearProjection(tx: Queryable, layout: string | null): Promise<void> {
  await tx`truncate console.message, console.counted, console.conversation, console.owner,
    console.occupant, console.party, console.delta, console.dirty, console.rollup_day,
    console.rollup_kind, console.rollup_month, console.rollup_note, console.rollup_month_note`;
  await tx`
    update console.indexer_state set watermark = 0, safe_high = 0, pending_high = null,
      pending_xmax = null, pending_at = null, watermark_when = 0, rebuild = false, built_at = null,
      build_started_at = null, build_rows = 0, rate = 0, last_indexed_at = null,
      layout = ${layout}, checked_at = null, problem = null, version = ${PROJECTION_VERSION},
      generation = generation + 1, step = null
    where one`;
}
