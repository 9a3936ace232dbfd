import "server-only";
import type { Grant } from "@/lib/auth/grant";
import { pools } from "@/lib/db/pools";
import type { Queryable } from "@/lib/db/transaction";
import type { StorageLimit } from "../views";
import { freeBytes } from "../volume";

/** How large the database may become, beside how large it is. */
export async function getStorageLimit(_grant: Grant<"storage.read">): Promise<StorageLimit> {
  return readLimit(pools().interactive);
}

export async function readLimit(sql: Queryable): Promise<StorageLimit> {
  const [[row], free] = await Promise.all([
    sql<Omit<StorageLimit, "freeBytes">[]>`
      select l.bytes::float8 as bytes, coalesce(l.version, 0) as version,
        extract(epoch from l.changed_at)::float8 as "changedAt", l.changed_by as "changedBy",
        pg_database_size(current_database())::float8 as "databaseBytes"
      from (select) one left join console.storage_limit l on l.one`,
    freeBytes(),
  ]);
  if (!row) throw new Error("a left join has always a row");
  return { ...row, freeBytes: free };
}

/** Where the database stops growing, as bytes of all of it; null: nobody said so, and nobody knows the volume. */
export function wholeLimit({ bytes, freeBytes: free, databaseBytes }: StorageLimit) {
  if (bytes !== null) return { whole: bytes, bytes, source: "setting" as const };
  if (free === null) return null;
  return { whole: databaseBytes + free, bytes: free, source: "volume" as const };
}
