import "server-only";
import { keepFinding } from "@/lib/archive/projection/findings";
import { keepCheckpoint } from "@/lib/audit/keep-checkpoint";
import { pools } from "@/lib/db/pools";

/** Signs the end of the audit trail; a trail that is not what was signed becomes a finding, and an error in the log. */
export async function keepCheckpointOrSay(): Promise<void> {
  const { brokenAt } = await keepCheckpoint();
  const { jobs } = pools();
  await keepFinding(jobs, "trail-broken", brokenAt && { severity: "error", params: brokenAt });
  if (!brokenAt) return;
  throw new Error(
    `The audit trail does not have entry ${brokenAt.seq} as it was signed at ${brokenAt.signedAt}: run muniment audit verify.`,
  );
}
