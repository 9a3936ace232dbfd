import "server-only";
import type { Sql } from "postgres";
import { BUILD_LOCK } from "@/lib/db/locks";
import { openMaintenance } from "@/lib/db/maintenance";
import { databaseUrl } from "@/lib/db/pools";
import { buildIndex, missingIndexes, ownsMessages } from "../message-indexes";

/**
 * A connection as the owner of the index, which no other worker has at the same time; null when one has, or
 * when our login is not the owner. It waits for locks as long as it takes: CONCURRENTLY takes none that
 * reading or writing would notice.
 */
export async function openBuilder(onLost?: () => void): Promise<Sql | null> {
  let lost = false;
  const owner = openMaintenance(databaseUrl(), () => {
    if (lost) return;
    lost = true;
    void owner.end({ timeout: 0 });
    onLost?.();
  });
  let got = false;
  try {
    const [lock] = await owner<{ got: boolean }[]>`
      select pg_try_advisory_lock(${BUILD_LOCK}) as got,
        set_config('maintenance_work_mem', '256MB', false), set_config('lock_timeout', '0', false)`;
    got = (lock?.got ?? false) && (await ownsMessages(owner));
  } finally {
    if (!got) await owner.end({ timeout: 2 });
  }
  return got ? owner : null;
}

/**
 * Builds an index that a built projection lacks: pieces of words come last, and an index may have been dropped
 * by hand. Returns its name; null when there is nothing to do, or nobody who may.
 */
export async function repairIndexes(sql: Sql): Promise<string | null> {
  const [index] = await missingIndexes(sql);
  if (!index) return null;
  const owner = await openBuilder();
  if (!owner) return null;
  try {
    await buildIndex(owner, index);
    return index.name;
  } finally {
    await owner.end({ timeout: 2 });
  }
}
