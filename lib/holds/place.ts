import "server-only";
import { recordAudit, recordAuditIn } from "@/lib/audit/record";
import type { Grant } from "@/lib/auth/grant";
import { pools } from "@/lib/db/pools";
import { sqlState } from "@/lib/db/transaction";
import { ConsoleError } from "@/lib/errors";
import { HOLD_STATES } from "@/lib/prosody/adoption/hold-functions";
import { withLockRetries } from "@/lib/prosody/adoption/retry";
import { refusal } from "@/lib/refusal";
import { holdSubject } from "./subject";
import type { HoldScope } from "./views";

/** While we wait for the tables, Prosody waits behind us: a little, and then again after a while. */
const LOCK_TIMEOUT_MS = 200;
const ATTEMPTS = 40;

/**
 * Puts a hold in force: from its commit on nothing it covers is lost, and whoever was deleting when it came
 * was waited for. Returns its number.
 * @throws ConsoleError `conflict` where no table is guarded (not adopted), `busy` when the lock could not be had
 */
export async function placeHold(
  grant: Grant<"hold.place">,
  { scope, reason }: { scope: HoldScope; reason: string },
): Promise<{ id: number }> {
  const { kind, from, until } = scope;
  const details = { kind, from, until, reason };
  const asked = { action: "hold.place", subject: holdSubject(scope), details } as const;
  const seq = await recordAudit(grant, { ...asked, phase: "asked" });
  try {
    const place = () => attempt(grant, scope, reason, seq);
    return { id: await withLockRetries("The hold", place, ATTEMPTS) };
  } catch (error) {
    if (sqlState(error) !== HOLD_STATES.unguarded) throw error;
    throw refusal("conflict", "hold-unguarded", { cause: error });
  }
}

async function attempt(
  grant: Grant<"hold.place">,
  scope: HoldScope,
  reason: string,
  refersTo: number,
): Promise<number> {
  const { kind, host, user, peer, from, until } = scope;
  const { id: operatorId, name } = grant.operator;
  try {
    return await pools().interactive.begin("isolation level read committed", async (tx) => {
      await tx`select set_config('lock_timeout', ${`${LOCK_TIMEOUT_MS}ms`}, true)`;
      const [made] = await tx<{ id: number }[]>`
        select console.place_hold(${kind}, ${host}, ${user}, ${peer}, ${from}, ${until}, ${reason},
          ${operatorId}, ${name}) as id`;
      const id = made?.id ?? 0;
      await recordAuditIn(tx, grant, {
        action: "hold.place",
        phase: "done",
        subject: holdSubject(scope),
        refersTo,
        details: { hold: id, kind, from, until, reason },
      });
      return id;
    });
  } catch (error) {
    // The trail's own failure carries the lock that could not be had: that is tried again as well.
    throw error instanceof ConsoleError && sqlState(error.cause) === "55P03" ? error.cause : error;
  }
}
