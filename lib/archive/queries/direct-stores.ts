import "server-only";
import type { Sql } from "postgres";
import { layout } from "@/lib/prosody/layouts/detect";
import { isMessageStore, OFFLINE_STORE } from "@/lib/prosody/stores";
import type { OwnerRef } from "../criteria";
import type { StoreView } from "../views";
import { withSpan } from "./direct-span";

/** Every store of one owner, leaping from store to store. */
export async function listDirectStores(sql: Sql, owner: OwnerRef): Promise<StoreView[]> {
  const it = await layout();
  const table = sql.unsafe(it.table);
  const mine = sql`a.host = ${owner.host} and a."user" = ${owner.user}`;
  const found = await sql<{ store: string }[]>`
    with recursive s as (
      (select a.store from ${table} a where ${mine} order by a.store limit 1)
      union all
      select n.store from s cross join lateral (
        select a.store from ${table} a where ${mine} and a.store > s.store
        order by a.store limit 1) n
    )
    select s.store from s`;
  const lines = found.map(({ store }) => ({ ...owner, store }));
  const stores = await withSpan(sql, it, lines);
  return stores.map(({ store, first, last }) => ({
    store,
    what: isMessageStore(store) ? "messages" : store === OFFLINE_STORE ? "offline" : "other",
    rows: null,
    sizeBytes: null,
    first,
    last,
  }));
}
