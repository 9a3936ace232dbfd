import "server-only";
import type { Sql } from "postgres";
import { cancellable } from "@/lib/db/cancel";
import { type Amount, type AmountsQuestion, ofHost } from "./amounts";

/** The same by kind (index into MESSAGE_KINDS, -1 only counted), between borders of UTC days. */
export async function addKinds(
  sql: Sql,
  { borders, hostId }: Omit<AmountsQuestion, "split">,
  signal: AbortSignal | null,
): Promise<(Amount & { key: number })[]> {
  const days = borders.map((at) => Math.floor(at / 86_400));
  const query = sql<(Amount & { key: number })[]>`
    select r.kind::int as key, width_bucket(r.day, ${days}::int[]) as bucket,
      sum(r.rows)::float8 as rows, sum(r.bytes)::float8 as bytes
    from console.rollup_kind r where true ${ofHost(sql, hostId)}
    group by 1, 2`;
  return cancellable(query, signal);
}
