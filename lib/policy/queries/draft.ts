import "server-only";
import type { Queryable } from "@/lib/db/transaction";
import type { PolicyChange } from "../change";
import type { DraftView } from "../views";

export type DraftRow = DraftView & { savedById: string | null };

const EMPTY: DraftRow = {
  version: 0,
  changes: [],
  reason: "",
  savedBy: null,
  savedById: null,
  savedAt: null,
};

/** The draft; empty where nobody ever saved one. */
export async function readDraft(sql: Queryable): Promise<DraftRow> {
  const [row] = await sql<
    {
      version: number;
      changes: PolicyChange[];
      reason: string;
      savedBy: string | null;
      savedById: string | null;
      savedAt: Date | null;
    }[]
  >`
    select version, changes, reason, saved_by_name as "savedBy", saved_by_id as "savedById",
      saved_at as "savedAt"
    from console.policy_draft where id = 1`;
  return row ? { ...row, savedAt: row.savedAt?.toISOString() ?? null } : EMPTY;
}
