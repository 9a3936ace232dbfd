import "server-only";
import { recordAuditIn } from "@/lib/audit/record";
import type { Grant } from "@/lib/auth/grant";
import { isUuid } from "@/lib/auth/uuid";
import { pools } from "@/lib/db/pools";
import { refusal } from "@/lib/refusal";

/** Removes one entry of one's own history. @throws ConsoleError `not-found`. */
export async function forgetSearch(grant: Grant<"search.metadata">, id: string): Promise<void> {
  if ((await forget(grant, isUuid(id) ? id : null)) > 0) return;
  throw refusal("not-found", "search-not-recent");
}

/** Removes one's own history; saved searches stay. Returns how many entries went. */
export function clearHistory(grant: Grant<"search.metadata">): Promise<number> {
  return forget(grant, "all");
}

/** On the trail, so that an empty history is known to have been emptied; what was asked stays there. */
function forget(grant: Grant<"search.metadata">, which: string | null): Promise<number> {
  const { id: operator, name } = grant.operator;
  return pools().interactive.begin(async (tx) => {
    const gone = await tx`
      delete from console.search where operator_id = ${operator} and name is null
      ${which === "all" ? tx`` : tx`and id = ${which}`}`;
    if (gone.count > 0) {
      const details = { entries: gone.count };
      await recordAuditIn(tx, grant, {
        action: "search.forget",
        phase: "done",
        subject: name,
        details,
      });
    }
    return gone.count;
  });
}
