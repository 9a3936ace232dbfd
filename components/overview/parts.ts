import type { ApprovalView } from "@/lib/approvals/views";
import type { JobView } from "@/lib/jobs/views";
import type { Findings, Nights, Size, TrailDay } from "@/lib/overview/views";

/** What the page was asked for, each part on its way by itself; null: this operator may not see it. */
export type OverviewParts = {
  size: Promise<Size> | null;
  nights: Promise<Nights>;
  approvals: Promise<ApprovalView[]>;
  jobs: Promise<JobView[]> | null;
  findings: Promise<Findings>;
  trail: Promise<TrailDay> | null;
};
