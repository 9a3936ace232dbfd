import "server-only";
import type { Queryable } from "@/lib/db/transaction";
import type { Layout } from "@/lib/prosody/layouts/layout";

type Horizon = {
  high: number;
  next: string;
  safeHigh: number;
  pendingHigh: number | null;
  pendingXmax: string | null;
  /** Every transaction that was under way when `pendingHigh` was noted has ended. */
  ended: boolean;
  waitedSeconds: number | null;
};

/**
 * Numbers of a sequence become visible out of order. So the highest one is noted together with the
 * transactions under way, and used only when all of these have ended and `settleSeconds` have passed (a
 * writer may draw its number before it has a transaction id; later ones: late.ts). Returns how long it
 * has been waiting, in seconds, 0 when it is not. Writes nothing while nothing arrives.
 */
export async function advanceHorizon(
  sql: Queryable,
  layout: Layout,
  settleSeconds: number,
): Promise<number> {
  const [now] = await sql<Horizon[]>`
    select coalesce((select max(sort_id) from ${sql.unsafe(layout.table)}), 0)::float8 as high,
      pg_snapshot_xmax(pg_current_snapshot())::text as next,
      safe_high::float8 as "safeHigh", pending_high::float8 as "pendingHigh",
      pending_xmax as "pendingXmax",
      coalesce(pg_snapshot_xmin(pg_current_snapshot()) >= pending_xmax::xid8
        and clock_timestamp() - pending_at >= make_interval(secs => ${settleSeconds}), false) as ended,
      extract(epoch from clock_timestamp() - pending_at)::float8 as "waitedSeconds"
    from console.indexer_state where one`;
  if (!now) return 0;
  const safeHigh = now.ended ? Math.max(now.safeHigh, now.pendingHigh ?? 0) : now.safeHigh;
  const waiting = now.pendingHigh !== null && !now.ended;
  if (waiting) return now.waitedSeconds ?? 0;
  const note = now.high > safeHigh;
  if (!note && !now.ended) return 0;
  // Another worker may have been here: then its note stands.
  await sql`
    update console.indexer_state set safe_high = ${safeHigh},
      pending_high = ${note ? now.high : null}::bigint, pending_xmax = ${note ? now.next : null}::text,
      pending_at = case when ${note} then clock_timestamp() end
    where one and pending_xmax is not distinct from ${now.pendingXmax}::text
      and safe_high = ${now.safeHigh}::bigint and not rebuild`;
  return 0;
}
