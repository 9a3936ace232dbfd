import type { JsonObject } from "@/lib/audit/canonical";
import type { ApprovalKind } from "./kinds";

export const APPROVAL_STATES = [
  "waiting",
  "approved",
  "refused",
  "cancelled",
  "expired",
  "used",
] as const;
export type ApprovalState = (typeof APPROVAL_STATES)[number];

export type ApprovalView = {
  id: string;
  kind: ApprovalKind;
  subject: string;
  /** What is asked, whole. */
  content: JsonObject;
  /** Of its canonical JSON: what is approved. */
  sha256: string;
  reason: string;
  requester: string;
  state: ApprovalState;
  /** Unix seconds. */
  requestedAt: number;
  expiresAt: number;
  /** From then on it holds without a second person; null: one is needed. */
  ripeAt: number | null;
  /** Who said yes or no, when. */
  decidedBy: string | null;
  decidedAt: number | null;
  /** Why it was refused. */
  decisionReason: string | null;
  /** Of this operator: may say yes or no; may take it back. */
  mayDecide: boolean;
  mayCancel: boolean;
  /** Asked for it, so somebody else has to say yes. */
  own: boolean;
};
