import "server-only";
import { PROJECTION_LOCK } from "@/lib/db/locks";
import type { Queryable } from "@/lib/db/transaction";

type Blocker = {
  pid: number | null;
  database: string | null;
  login: string | null;
  age: number | null;
};

/** In words: the oldest transaction that still may store rows; null when there is none. */
export async function describeOldestWriter(sql: Queryable): Promise<string | null> {
  // The age of other logins' transactions is only shown to pg_read_all_stats; the lock is always.
  const [blocker] = await sql<Blocker[]>`
    select l.pid, a.datname::text as database, a.usename::text as login,
      extract(epoch from clock_timestamp() - a.xact_start)::int as age
    from pg_locks l left join pg_stat_activity a on a.pid = l.pid
    where l.locktype = 'transactionid' and l.granted and l.transactionid::text
      = ((pg_snapshot_xmin(pg_current_snapshot())::text::numeric) % 4294967296)::text
    limit 1`;
  return blocker ? `Waiting for a transaction that may still store rows: ${words(blocker)}.` : null;
}

/** In words: who deletes or changes rows and has not committed; null when nobody does. */
export async function describeLockHolder(sql: Queryable): Promise<string | null> {
  const [holder] = await sql<Blocker[]>`
    select l.pid, a.datname::text as database, a.usename::text as login,
      extract(epoch from clock_timestamp() - a.xact_start)::int as age
    from pg_locks l left join pg_stat_activity a on a.pid = l.pid
    where l.locktype = 'advisory' and l.granted and l.mode = 'ShareLock' and l.objsubid = 1
      and l.classid = 0 and l.objid = ${PROJECTION_LOCK}::oid
      and l.database = (select oid from pg_database where datname = current_database())
    order by a.xact_start limit 1`;
  return holder
    ? `Waiting for a transaction that deleted or changed rows: ${words(holder)}.`
    : null;
}

/** A prepared transaction has no process. */
function words({ pid, database, login, age }: Blocker): string {
  if (pid === null) return "a prepared transaction (see pg_prepared_xacts)";
  const parts = [`process ${pid}`];
  if (database) parts.push(`database ${database}`);
  if (login) parts.push(`login ${login}`);
  if (age !== null) parts.push(`open for ${age} s`);
  return parts.join(", ");
}
