import "server-only";
import type { Grant } from "@/lib/auth/grant";
import { expiryInForce } from "@/lib/expiry/in-force";
import type { StoreLife } from "../views";

/** The clean-up is a daily task, and a server may have been down for a night. */
const GRACE_SECONDS = 2 * 86_400;

/** How long each store with rows is kept, as far as Prosody's configuration tells and the rows do not gainsay it. */
export async function listStoreLives(
  grant: Grant<"storage.read">,
  host: string | null,
  now: number,
): Promise<StoreLife[]> {
  const all = await expiryInForce(grant);
  return all
    .filter((it) => it.oldestAt !== null && (host === null || it.host === host))
    .map(({ expiresAfterSeconds, oldestAt, ...it }) => {
      const overdue =
        typeof expiresAfterSeconds === "number" &&
        oldestAt !== null &&
        oldestAt < now - expiresAfterSeconds - GRACE_SECONDS;
      return { host: it.host, store: it.store, expiresAfterSeconds, overdue };
    });
}
