import "server-only";
import type { OverviewParts } from "@/components/overview/parts";
import { listOpenApprovals } from "@/lib/approvals/queries";
import type { Grant } from "@/lib/auth/grant";
import { grantFor } from "@/lib/auth/grant-for";
import { type Permission, permits } from "@/lib/auth/permissions";
import { listJobs } from "@/lib/jobs/queries";
import { listFindings } from "@/lib/overview/queries/findings";
import { listNights } from "@/lib/overview/queries/nights";
import { getSize } from "@/lib/overview/queries/size";
import { getTrailDay } from "@/lib/overview/queries/trail-day";

type Lens = { host: string | null; zone: string };

/** Asks for every part at once; each is sent when it is there, and only to operators who may see it. */
export function overviewParts(grant: Grant<"retention.read">, lens: Lens): OverviewParts {
  const { operator } = grant;
  const only = <P extends Permission, T>(permission: P, ask: (its: Grant<P>) => Promise<T>) =>
    permits(operator.roles, permission) ? ask(grantFor(operator, permission)) : null;
  return {
    size: only("storage.read", (its) => getSize(its, lens)),
    nights: listNights(grant, lens),
    approvals: listOpenApprovals(grant),
    jobs: only("storage.read", listJobs),
    findings: listFindings(grant, lens),
    trail: only("audit.read", getTrailDay),
  };
}
