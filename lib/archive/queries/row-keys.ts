import "server-only";
import type { Sql } from "postgres";
import { layout } from "@/lib/prosody/layouts/detect";
import type { OwnerScope } from "./owner-scope";

/** Row ids of the archive ids (`key`) that exist in one owner's stores; Prosody's unique index. */
export async function findRowsByKey(
  sql: Sql,
  { host, user, stores }: OwnerScope,
  keys: string[],
): Promise<number[]> {
  if (keys.length === 0) return [];
  const it = await layout();
  const rows = await sql<{ rowId: number }[]>`
    select ${sql.unsafe(it.rowId)}::float8 as "rowId" from ${sql.unsafe(it.table)} a
    where a.host = ${host} and a."user" = ${user}
      and a.store = any(${stores}::text[]) and a.key = any(${keys}::text[])`;
  return rows.map((row) => row.rowId);
}
