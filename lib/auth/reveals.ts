import "server-only";
import type { PendingQuery, Row, Sql } from "postgres";
import { isoTime } from "@/lib/db/iso-time";
import { pools } from "@/lib/db/pools";
import type { Operator } from "./grant";

/** An open reveal as it is stored; no proof of anything (reading.ts makes that). */
export type RevealRow = {
  id: string;
  host: string | null;
  user: string | null;
  operatorId: string;
  reason: string;
  /** ISO 8601. */
  openedAt: string;
  expiresAt: string;
};

/** By operator, because there is one object of it a request: what was found is as fresh as the session. */
const kept = new WeakMap<Operator, RevealRow[]>();

/** What the look-up of the session found beside it. */
export function keepReveals(operator: Operator, rows: RevealRow[]): void {
  kept.set(operator, rows);
}

/** Whoever opens or closes a reveal looks at the table again. */
export function forgetReveals(operator: Operator): void {
  kept.delete(operator);
}

/** The operator's open reveals by the database's clock, the one that lasts longest first. */
export async function revealsOf(operator: Operator): Promise<RevealRow[]> {
  const found = kept.get(operator);
  if (found) return found;
  const sql = pools().interactive;
  const [row] = await sql<{ reveals: RevealRow[] }[]>`
    select ${openReveals(sql, sql`${operator.id}::text`)} as reveals`;
  return row?.reveals ?? [];
}

/** The same as one column of a statement that asks for more. */
export function openReveals(sql: Sql, operatorId: PendingQuery<Row[]>) {
  return sql`
    (select coalesce(json_agg(json_build_object(
        'id', r.id, 'operatorId', r.operator_id, 'host', r.host, 'user', r."user",
        'reason', r.reason, 'openedAt', ${isoTime(sql, "r.opened_at")},
        'expiresAt', ${isoTime(sql, "r.expires_at")})
      order by r.expires_at desc), '[]'::json)
    from console.reveal r
    where r.operator_id = ${operatorId} and r.closed_at is null and r.expires_at > now())`;
}
