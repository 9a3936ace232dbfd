import { RetentionView } from "@/components/retention/retention-view";
import { permits } from "@/lib/auth/permissions";
import { metadata, page } from "@/lib/auth/wrappers";
import { expiryInForce } from "@/lib/expiry/in-force";
import { getText } from "@/lib/i18n/server";
import { listComing, listFindings } from "@/lib/retention/coming";
import { listRuleViews } from "@/lib/retention/preview";
import { listRuns } from "@/lib/retention/runs";
import { getSchedule } from "@/lib/retention/schedule";
import {
  abortRunAction,
  pauseRunAction,
  removeRuleAction,
  saveRuleAction,
  saveScheduleAction,
  startRunAction,
} from "./actions";

export const generateMetadata = metadata("retention.read", async () => ({
  title: (await getText()).retention.title,
}));

const actions = {
  save: saveRuleAction,
  remove: removeRuleAction,
  schedule: saveScheduleAction,
  start: startRunAction,
  pause: pauseRunAction,
  abort: abortRunAction,
};

export default page("retention.read", async (grant) => {
  const [rules, runs, expiry, schedule, coming] = await Promise.all([
    listRuleViews(grant),
    listRuns(grant),
    expiryInForce(grant),
    getSchedule(grant),
    listComing(grant),
  ]);
  const findings = await listFindings(grant, expiry);
  const mayRun = permits(grant.operator.roles, "retention.run");
  return (
    <RetentionView {...{ rules, runs, expiry, schedule, coming, findings, mayRun, actions }} />
  );
});
