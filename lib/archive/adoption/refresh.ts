import "server-only";
import { withMaintenance } from "@/lib/db/maintenance";
import { databaseUrl } from "@/lib/db/pools";
import { sqlState } from "@/lib/db/transaction";
import { adoptionObjects } from "@/lib/prosody/adoption/objects";
import { detectLayout } from "@/lib/prosody/layouts/detect";
import { withAdoptionLock } from "./lock";

const INSUFFICIENT_PRIVILEGE = "42501";

/**
 * After an update of Muniment: gives the triggers that are there the functions of this version. These lie in our
 * own schema, so nothing of Prosody's is touched or locked; what is missing is left to `muniment adopt`. Returns
 * false when another login owns them.
 */
export async function refreshCapture(): Promise<boolean> {
  return withMaintenance(databaseUrl(), async (sql) => {
    const layout = await detectLayout(sql);
    if (!layout) return true;
    return withAdoptionLock(sql, async () => {
      try {
        for (const trigger of adoptionObjects(layout)) {
          if (trigger.kind !== "trigger") continue;
          if ((await trigger.check(sql, layout)) === "invalid") await trigger.create(sql, layout);
        }
        return true;
      } catch (error) {
        if (sqlState(error) === INSUFFICIENT_PRIVILEGE) return false;
        throw error;
      }
    });
  });
}
