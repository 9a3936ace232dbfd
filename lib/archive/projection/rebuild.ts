import "server-only";
import { recordAuditIn } from "@/lib/audit/record";
import type { Grant } from "@/lib/auth/grant";
import { pools } from "@/lib/db/pools";
import { findLayout } from "@/lib/prosody/layouts/detect";
import { refusal } from "@/lib/refusal";
import { noArchive } from "../adoption/adopt";
import { isCaptured } from "./captured";

/**
 * Has the worker empty the projection and build it anew; until it has, pages answer without it.
 *
 * @throws ConsoleError `not-found` without an archive table, `conflict` when it was never adopted
 */
export async function requestRebuild(grant: Grant<"storage.maintain">): Promise<void> {
  const layout = await findLayout();
  if (!layout) throw noArchive();
  // Only the worker's role may write the state of the indexer.
  const { jobs } = pools();
  if (!(await isCaptured(jobs, layout))) {
    throw refusal("conflict", "index-missing");
  }
  await jobs.begin(async (tx) => {
    await tx`update console.indexer_state set rebuild = true where one`;
    await recordAuditIn(tx, grant, {
      action: "index.rebuild",
      phase: "done",
      subject: layout.table,
    });
  });
}

/** The highest number in the archive; null in the reference layout, whose numbers have no order. */
export async function newestNumber(): Promise<number | null> {
  const layout = await findLayout();
  if (layout?.name !== "prosody") return null;
  const { interactive } = pools();
  const [row] = await interactive<{ newest: number }[]>`
    select coalesce(max(sort_id), 0)::float8 as newest from ${interactive.unsafe(layout.table)}`;
  return row?.newest ?? 0;
}
