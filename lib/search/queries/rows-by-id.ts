import "server-only";
import type { PendingQuery, Sql } from "postgres";
import { indexId } from "@/lib/archive/index-id";
import { keyHash } from "@/lib/archive/key-hash";
import type { Layout } from "@/lib/prosody/layouts/layout";

const MOST = 2_000;

/**
 * Rows that carry one of these ids: their own number, the stanza's `id`, the origin-id, or the archive id.
 * The last is indexed by Prosody per archive only; across all of them our index has a hash of it.
 */
export function findRowsById(
  sql: Sql,
  it: Layout,
  ids: string[],
  owners: number[] | null,
): PendingQuery<{ rowId: number }[]> {
  const index = ids.map((id) => indexId(id));
  const numbers = ids.filter((id) => /^\d{1,15}$/.test(id)).map(Number);
  return sql<{ rowId: number }[]>`
    select sort_id::float8 as "rowId" from console.message
      where sort_id = any(${numbers}::bigint[])
    union
    (select sort_id::float8 from console.message
      where stanza_id = any(${index}::text[]) and stanza_id is not null limit ${MOST})
    union
    (select sort_id::float8 from console.message
      where origin_id = any(${index}::text[]) and origin_id is not null
        and origin_id is distinct from stanza_id limit ${MOST})
    union
    (select m.sort_id::float8 from console.message m
        join ${sql.unsafe(it.table)} a on ${sql.unsafe(it.rowId)} = m.sort_id
      where m.key_hash = any(${ids.map(keyHash)}::int[]) and a.key = any(${ids}::text[])
        ${owners === null ? sql`` : sql`and m.owner_id = any(${owners}::int[])`}
      limit ${MOST})`;
}
