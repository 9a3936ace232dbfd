import "server-only";
import type { Sql } from "postgres";
import { indexId } from "../index-id";
import type { Stamps } from "./histogram";
import type { OwnerScope } from "./owner-scope";

/** Index-only: message_owner or message_conversation hold every stamp in order. */
export function projectedStamps(sql: Sql, { ids }: OwnerScope, peer: string | null): Stamps {
  const ofPeer = peer === null ? sql`` : sql`and m.peer = ${indexId(peer)}`;
  return {
    async span() {
      const [row] = await sql<{ first: number | null; last: number | null }[]>`
        select min(e.first) as first, max(e.last) as last
        from unnest(${ids}::int[]) o(id) cross join lateral (
          select
            (select m."when" from console.message m where m.owner_id = o.id ${ofPeer}
              order by m."when", m.sort_id limit 1) as first,
            (select m."when" from console.message m where m.owner_id = o.id ${ofPeer}
              order by m."when" desc, m.sort_id desc limit 1) as last) e`;
      return { first: row?.first ?? null, last: row?.last ?? null };
    },
    tooMany: async () => false,
    between: (first, last) => (at) =>
      at<{ at: number }[]>`
      select m."when" as at from console.message m
      where m.owner_id = any(${ids}::int[]) ${ofPeer} and m."when" between ${first} and ${last}`,
  };
}
