import "server-only";
import type { Grant } from "@/lib/auth/grant";
import { pools } from "@/lib/db/pools";
import { type CheckState, STORAGE_FINDINGS, type StorageFinding } from "../views";

/** What the check that counts a random month again found wrong, newest first. */
export async function getCheckState(_grant: Grant<"storage.read">): Promise<CheckState> {
  const { interactive: sql } = pools();
  const [[state], findings] = await Promise.all([
    sql<{ checkedAt: number | null }[]>`
      select extract(epoch from checked_at)::float8 as "checkedAt" from console.indexer_state where one`,
    sql<StorageFinding[]>`
      select id, severity, extract(epoch from found_at)::float8 as "foundAt", params
      from console.finding where id = any(${[...STORAGE_FINDINGS]}::text[])
      order by found_at desc, id`,
  ]);
  return { checkedAt: state?.checkedAt ?? null, findings };
}
