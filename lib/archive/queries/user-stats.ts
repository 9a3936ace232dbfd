import "server-only";
import type { Sql } from "postgres";
import type { Grant } from "@/lib/auth/grant";
import { pools } from "@/lib/db/pools";
import { layout } from "@/lib/prosody/layouts/detect";
import { refusal } from "@/lib/refusal";
import type { OwnerRef } from "../criteria";
import { listDirectConversations } from "./direct-conversations";
import { findDirectScope } from "./direct-scope";
import { isProjected } from "./is-projected";
import { findOwnerScope } from "./owner-scope";
import { countConversations } from "./projected-conversations";
import { listStoreLines } from "./projected-owners";

/** Stamps are unix seconds. */
export type StoreStats = {
  store: string;
  rows: number;
  bytes: number;
  first: number | null;
  last: number | null;
};

export type UserStats = {
  rows: number;
  bytes: number;
  first: number | null;
  last: number | null;
  /** null where the layout cannot tell without reading every row. */
  conversations: number | null;
  stores: StoreStats[];
};

/**
 * Everything prosodyarchive holds of one owner. Without the projection its rows are counted (index
 * condition on host and user). @throws ConsoleError `not-found`.
 */
export async function getUserStats(
  _grant: Grant<"archive.browse">,
  owner: OwnerRef,
): Promise<UserStats> {
  const { interactive, jobs } = pools();
  const ready = await isProjected();
  const stores = ready ? await projected(interactive, owner) : await counted(jobs, owner);
  if (stores.length === 0) throw refusal("not-found", "owner-unknown");
  const stamps = stores.flatMap((it) => [it.first, it.last]).filter((it) => it !== null);
  return {
    rows: stores.reduce((sum, it) => sum + it.rows, 0),
    bytes: stores.reduce((sum, it) => sum + it.bytes, 0),
    first: stamps.length > 0 ? Math.min(...stamps) : null,
    last: stamps.length > 0 ? Math.max(...stamps) : null,
    conversations: await conversationsOf(interactive, owner, ready),
    stores,
  };
}

async function projected(sql: Sql, owner: OwnerRef): Promise<StoreStats[]> {
  const lines = await listStoreLines(sql, owner);
  return lines.map(({ store, rows, sizeBytes, first, last }) => ({
    store,
    rows: rows ?? 0,
    bytes: sizeBytes ?? 0,
    first,
    last,
  }));
}

async function counted(sql: Sql, { host, user }: OwnerRef): Promise<StoreStats[]> {
  const it = await layout();
  const when = sql.unsafe(it.when);
  return sql<StoreStats[]>`
    select a.store, count(*)::float8 as rows, sum(octet_length(a.value))::float8 as bytes,
      min(${when}) as first, max(${when}) as last
    from ${sql.unsafe(it.table)} a where a.host = ${host} and a."user" = ${user}
    group by a.store order by a.store`;
}

async function conversationsOf(sql: Sql, owner: OwnerRef, ready: boolean): Promise<number | null> {
  if (ready) return countConversations(sql, await findOwnerScope(sql, owner));
  const scope = await findDirectScope(sql, owner);
  const question = { filter: "", after: null, limit: 0 };
  const { total } = await listDirectConversations(sql, scope, question);
  return total ?? (scope.archive.isRoom ? 1 : null);
}
