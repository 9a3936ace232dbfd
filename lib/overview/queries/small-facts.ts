import "server-only";
import type { Sql } from "postgres";
import { OFFLINE_STORE } from "@/lib/prosody/stores";
import type { ProsodyFacts } from "../checks/prosody";
import type { TableFacts } from "../checks/tables";

const DAY = 86_400;
/** Somebody who has not signed in for a season. */
const LONG_DAYS = 90;

export async function readServer(sql: Sql): Promise<TableFacts["server"]> {
  const [row] = await sql<TableFacts["server"][]>`
    select current_setting('autovacuum')::boolean as autovacuum,
      (select extract(epoch from now() - min(prepared))::float8 from pg_prepared_xacts) as "oldestPrepared"`;
  return row ?? { autovacuum: true, oldestPrepared: null };
}

/** Offline rows never expire (prosody.md §2): those that have waited for a season, by the sums of the days. */
export async function readOffline(
  sql: Sql,
  hostId: number | null,
): Promise<NonNullable<ProsodyFacts["offline"]>> {
  const before = Math.floor(Date.now() / 1_000 / DAY) - LONG_DAYS;
  const [row] = await sql<{ rows: number }[]>`
    select coalesce(sum(r.rows), 0)::float8 as rows
    from console.host h join console.rollup_day r on r.host_id = h.id and r.store = ${OFFLINE_STORE}
    where r.day < ${before}::int ${hostId === null ? sql`` : sql`and h.id = ${hostId}::smallint`}`;
  return { rows: row?.rows ?? 0, before: before * DAY };
}

/** What the worker found when it last signed the end of the audit trail. */
export async function readBrokenTrail(sql: Sql): Promise<{ seq: number; signedAt: string } | null> {
  const [row] = await sql<{ seq: number; signedAt: string }[]>`
    select (params->>'seq')::float8 as seq, params->>'signedAt' as "signedAt"
    from console.finding where id = 'trail-broken'`;
  return row ?? null;
}
