"use server";

import { refresh } from "next/cache";
import { approvalId } from "@/lib/approvals/decide";
import { grantFor } from "@/lib/auth/grant-for";
import { action } from "@/lib/auth/wrappers";
import { cancelJob } from "@/lib/jobs/cancel";
import { removeRule, saveRule } from "@/lib/retention/rules";
import { pauseRun, startRun } from "@/lib/retention/run/start";
import { newSchedule, saveSchedule } from "@/lib/retention/schedule";
import { newRule, newRun, ruleId, runPause } from "@/lib/retention/schema";

export const saveRuleAction = action("retention.run", newRule, async (grant, input) => {
  await saveRule(grant, input);
  refresh();
});

export const removeRuleAction = action("retention.run", ruleId, async (grant, { id }) => {
  await removeRule(grant, id);
  refresh();
});

/** A cleanup in the queue, or the request for a second person that it needs first. */
export const startRunAction = action("retention.run", newRun, async (grant, input) => {
  const started = await startRun(grant, input);
  refresh();
  return started;
});

export const pauseRunAction = action("retention.run", runPause, async (grant, input) => {
  await pauseRun(grant, input);
  refresh();
});

/** What is deleted stays deleted. */
export const abortRunAction = action("retention.run", approvalId, async (grant, { id }) => {
  await cancelJob(grantFor(grant.operator, "storage.maintain"), id);
  refresh();
});

export const saveScheduleAction = action("retention.run", newSchedule, async (grant, input) => {
  await saveSchedule(grant, input);
  refresh();
});
