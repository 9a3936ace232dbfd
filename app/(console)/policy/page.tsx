import { NoConfig } from "@/components/policy/no-config";
import { PolicyView } from "@/components/policy/policy-view";
import { openApprovalOf } from "@/lib/approvals/queries";
import { permits } from "@/lib/auth/permissions";
import { metadata, page } from "@/lib/auth/wrappers";
import { expiryInForce } from "@/lib/expiry/in-force";
import { getText } from "@/lib/i18n/server";
import { POLICY, POLICY_APPLY } from "@/lib/policy/approval";
import { listVersions } from "@/lib/policy/queries/history";
import { getPolicy } from "@/lib/policy/queries/policy";
import { applyDraftAction, changesBackAction, saveDraftAction } from "./actions";

export const generateMetadata = metadata("policy.read", async () => ({
  title: (await getText()).policy.title,
}));

const actions = { save: saveDraftAction, apply: applyDraftAction, back: changesBackAction };

export default page("policy.read", async (grant) => {
  const policy = await getPolicy(grant);
  if (!policy) return <NoConfig text={await getText()} />;
  const [versions, expiry, request] = await Promise.all([
    listVersions(grant),
    expiryInForce(grant),
    openApprovalOf(grant, POLICY_APPLY, POLICY),
  ]);
  const mayWrite = permits(grant.operator.roles, "policy.write");
  return (
    <PolicyView
      policy={policy}
      versions={versions}
      expiry={expiry}
      request={request}
      actions={mayWrite ? actions : null}
    />
  );
});
