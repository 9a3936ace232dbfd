import "server-only";
import type { Queryable } from "@/lib/db/transaction";
import { applyDeltas } from "./deltas";
import { applyRollupNotes } from "./rollups/notes";

/**
 * Adds up a part of what the capture triggers noted down. The caller holds the projection lock exclusively.
 * Returns how many notes were used.
 */
export async function applyNotes(tx: Queryable): Promise<number> {
  return (await applyDeltas(tx)) + (await applyRollupNotes(tx));
}

/** Whether there are any. */
export const hasNotes = (sql: Queryable) => sql`
  (exists (select from console.delta) or exists (select from console.rollup_note)
    or exists (select from console.rollup_month_note))`;
