import type { ActionResult } from "@/lib/errors";
import type { AskedSecond } from "@/lib/policy/approval";
import type { PolicyChange } from "@/lib/policy/change";
import type { Applied } from "@/lib/policy/commands/apply";

export type PolicyActions = {
  save: (input: {
    version: number;
    changes: PolicyChange[];
    reason: string;
  }) => Promise<ActionResult<number>>;
  apply: (input: {
    version: number;
    fileHash: string | null;
  }) => Promise<ActionResult<Applied | AskedSecond>>;
  back: (input: { id: number }) => Promise<ActionResult<PolicyChange[]>>;
};
