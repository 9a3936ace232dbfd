import type { ActionResult } from "@/lib/errors";
import type { NewRuleInput } from "@/lib/retention/schema";

export type StartedRun = { run: string; job: string } | { approval: string; ripeAt: number | null };

export type RetentionActions = {
  save: (input: NewRuleInput) => Promise<ActionResult<unknown>>;
  remove: (input: { id: number }) => Promise<ActionResult<unknown>>;
  schedule: (input: {
    cron: string;
    zone: string;
    enabled: boolean;
  }) => Promise<ActionResult<unknown>>;
  start: (input: { host: null; dryRun: boolean }) => Promise<ActionResult<StartedRun>>;
  pause: (input: { id: string; paused: boolean }) => Promise<ActionResult<unknown>>;
  abort: (input: { id: string }) => Promise<ActionResult<unknown>>;
};
