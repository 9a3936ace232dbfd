import "server-only";
import type { Sql } from "postgres";
import { layout } from "@/lib/prosody/layouts/detect";
import { MESSAGE_STORES } from "@/lib/prosody/stores";
import type { OwnerRef } from "../criteria";
import { type OwnerScope, toScope } from "./owner-scope";

/** The message stores in which an owner has rows, without the projection: one probe a store. */
export async function findDirectScope(sql: Sql, owner: OwnerRef): Promise<OwnerScope> {
  const it = await layout();
  const rows = await sql<{ store: string }[]>`
    select s.store from unnest(${[...MESSAGE_STORES]}::text[]) s(store)
    where exists (select from ${sql.unsafe(it.table)} a
      where a.host = ${owner.host} and a."user" = ${owner.user} and a.store = s.store)`;
  return toScope(
    owner,
    [],
    rows.map((row) => row.store),
  );
}
