import "server-only";
import { PROJECTION_LOCK } from "@/lib/db/locks";
import type { Queryable } from "@/lib/db/transaction";

/** A transaction that the index waits for. */
export type HoldingBack = {
  /** `may-store`: begun before the newest rows and able to store more. `deletes`: deleted or changed rows. */
  why: "may-store" | "deletes";
  /** null: a prepared transaction, which has no process. */
  pid: number | null;
  database: string | null;
  login: string | null;
  /** How long it is open; null where our login may not see that and nothing else tells. */
  seconds: number | null;
  /** It is open for longer than that: `seconds` is how long the index has waited for it. */
  atLeast: boolean;
};

/** What ends within this time is the ordinary traffic of a server. */
const PATIENCE_SECONDS = 5;
const MOST = 20;

/**
 * Which transactions keep the index from going on, the oldest first: of any database of the server, because a
 * snapshot is of them all. Age and login of others' are shown to members of pg_read_all_stats only; the locks are
 * shown to everybody.
 */
export function listHoldingBack(sql: Queryable): Promise<HoldingBack[]> {
  return sql<HoldingBack[]>`
    with waiting as (
      select pending_xmax::xid8::xid as before,
        extract(epoch from clock_timestamp() - pending_at) as seconds
      from console.indexer_state
      where one and clock_timestamp() - pending_at > make_interval(secs => ${PATIENCE_SECONDS})
    ), held as (
      select distinct 'may-store' as why, l.pid, waiting.seconds as waited from pg_locks l, waiting
      where l.locktype = 'transactionid' and l.granted and l.mode = 'ExclusiveLock'
        and age(l.transactionid) > age(waiting.before)
      union all
      select 'deletes', l.pid, null from pg_locks l
      where l.locktype = 'advisory' and l.granted and l.mode = 'ShareLock' and l.objsubid = 1
        and l.classid = 0 and l.objid = ${PROJECTION_LOCK}::oid
        and l.database = (select oid from pg_database where datname = current_database())
    )
    select h.why, h.pid, a.datname::text as database, a.usename::text as login,
      coalesce(extract(epoch from clock_timestamp() - a.xact_start), h.waited)::float8 as seconds,
      a.xact_start is null and h.waited is not null as "atLeast"
    from held h left join pg_stat_activity a on a.pid = h.pid
    where a.xact_start is null
      or clock_timestamp() - a.xact_start > make_interval(secs => ${PATIENCE_SECONDS})
    order by 5 desc nulls last, h.pid limit ${MOST}`;
}
