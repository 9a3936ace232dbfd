import { ApprovalsView } from "@/components/approvals/approvals-view";
import { listOpenApprovals, listPastApprovals } from "@/lib/approvals/queries";
import { metadata, page } from "@/lib/auth/wrappers";
import { getText } from "@/lib/i18n/server";
import { approveAction, cancelApprovalAction, refuseAction } from "./actions";

export const generateMetadata = metadata("policy.read", async () => ({
  title: (await getText()).approvals.title,
}));

const actions = { approve: approveAction, refuse: refuseAction, cancel: cancelApprovalAction };

export default page("policy.read", async (grant) => {
  const [open, past] = await Promise.all([listOpenApprovals(grant), listPastApprovals(grant)]);
  return <ApprovalsView open={open} past={past} actions={actions} />;
});
