import "server-only";
import type { Queryable } from "@/lib/db/transaction";

/** Unix seconds. `reset`: null when nobody ever did; `surely`: counted since then at least. */
export type StatsSince = { reset: number | null; surely: number };

/** Since when PostgreSQL counts scans and blocks of this database. Counts survive an orderly restart. */
export async function readStatsSince(sql: Queryable): Promise<StatsSince> {
  const [row] = await sql<StatsSince[]>`
    select extract(epoch from stats_reset)::float8 as reset,
      extract(epoch from coalesce(stats_reset, pg_postmaster_start_time()))::float8 as surely
    from pg_stat_database where datname = current_database()`;
  return row ?? { reset: null, surely: Date.now() / 1_000 };
}
