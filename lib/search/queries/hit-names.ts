import "server-only";
import type { PendingQuery, Sql } from "postgres";
import { type FoundNames, nameColumns, nameIn } from "@/lib/archive/queries/names";
import type { Layout } from "@/lib/prosody/layouts/layout";

type Named = FoundNames & { jid: string };

/** Display names of whose archives these rows are in and of the other sides. Index lookups, by bare JID. */
export function namesAround(sql: Sql, it: Layout, rowIds: number[]): PendingQuery<Named[]> {
  return sql<Named[]>`
    with hits as materialized (
      select m.owner_id, case when m.direction <> 2 then m.peer end as peer
      from console.message m where m.sort_id = any(${rowIds}::bigint[])
    ), w as materialized (
      select h.host, o."user", case when o."user" = '' then h.host else o."user" || '@' || h.host end as jid
      from console.owner o join console.host h on h.id = o.host_id
      where o.id in (select owner_id from hits)
      union
      select case when position('@' in peer) > 0 then substr(peer, position('@' in peer) + 1) else peer end,
        case when position('@' in peer) > 0 then split_part(peer, '@', 1) else '' end, peer
      from hits where peer is not null
    )
    select w.jid, ${nameColumns(sql, it)} from w`;
}

export function asNames(rows: Iterable<Named>): Map<string, string> {
  return new Map(
    [...rows].flatMap((it) => (nameIn(it) ? [[it.jid, nameIn(it) ?? ""] as const] : [])),
  );
}
