import "server-only";
import { auditRead } from "@/lib/audit/read";
import { requireBudget, spend } from "./budget";
import type { Grant } from "./grant";

/**
 * `auditRead` of messages whose words are shown: as many as one operator may see in an hour.
 * @throws ConsoleError `over-budget` before anything is read
 */
export async function readWithin<T>(
  grant: Grant,
  about: Parameters<typeof auditRead>[1],
  run: () => Promise<T>,
  ids: (value: T) => readonly (number | string)[],
): Promise<T> {
  await requireBudget(grant, "messages");
  const value = await auditRead(grant, about, run, ids);
  spend(grant, "messages", ids(value).length);
  return value;
}
