"use server";

import { refresh } from "next/cache";
import { approvalId, approve, cancel, decision, refuse, refusing } from "@/lib/approvals/decide";
import { action } from "@/lib/auth/wrappers";

/** Which permission it takes depends on what is asked, so each of these looks at it again. */
export const approveAction = action("policy.read", decision, async (grant, input) => {
  await approve(grant, input);
  refresh();
});

export const refuseAction = action("policy.read", refusing, async (grant, input) => {
  await refuse(grant, input);
  refresh();
});

export const cancelApprovalAction = action("policy.read", approvalId, async (grant, input) => {
  await cancel(grant, input);
  refresh();
});
