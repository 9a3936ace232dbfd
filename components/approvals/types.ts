import type { ApprovalView } from "@/lib/approvals/views";
import type { ActionResult } from "@/lib/errors";

type Decision = { id: string; sha256: string };

export type ApprovalActions = {
  approve: (input: Decision) => Promise<ActionResult<unknown>>;
  refuse: (input: Decision & { reason: string }) => Promise<ActionResult<unknown>>;
  cancel: (input: { id: string }) => Promise<ActionResult<unknown>>;
};

export type ApprovalDeed = keyof ApprovalActions;

/** The dialog that is open. */
export type AskedDeed = { deed: ApprovalDeed; approval: ApprovalView } | null;
