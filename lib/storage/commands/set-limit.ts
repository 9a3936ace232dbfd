import "server-only";
import { recordAuditIn } from "@/lib/audit/record";
import type { Grant } from "@/lib/auth/grant";
import { pools } from "@/lib/db/pools";
import { refusal } from "@/lib/refusal";
import type { LimitRequest } from "../limit-schema";

/**
 * Sets how large the database may become: the red line of the forecast. Nothing is stopped there.
 * @throws ConsoleError `conflict` when somebody changed it since the form was shown
 */
export async function setStorageLimit(
  grant: Grant<"storage.maintain">,
  { bytes, version }: LimitRequest,
): Promise<{ version: number }> {
  const next = version + 1;
  await pools().interactive.begin(async (tx) => {
    const [before] = await tx<{ bytes: number | null }[]>`
      select bytes::float8 as bytes from console.storage_limit where one for update`;
    const changed = await tx`
      insert into console.storage_limit as l (bytes, version, changed_by)
      values (${bytes}, ${next}, ${grant.operator.name})
      on conflict (one) do update set bytes = excluded.bytes, version = excluded.version,
        changed_at = now(), changed_by = excluded.changed_by
      where l.version = ${version} returning 1`;
    if (changed.length === 0 || (!before && version !== 0)) {
      throw refusal("conflict", "limit-changed");
    }
    await recordAuditIn(tx, grant, {
      action: "storage.limit",
      phase: "done",
      subject: "storage",
      details: { before: before?.bytes ?? null, bytes, version: next },
    });
  });
  return { version: next };
}
