import "server-only";
import type { Grant } from "@/lib/auth/grant";
import { describeDatabase, type WeakerPromise } from "@/lib/db/describe";
import { pools } from "@/lib/db/pools";

/** What this database and its login cannot promise in full (trust: least privilege, cancelled queries). */
export async function listWeakerPromises(
  _grant: Grant<"operator.manage">,
): Promise<WeakerPromise[]> {
  return (await describeDatabase(pools().interactive)).weaker;
}
