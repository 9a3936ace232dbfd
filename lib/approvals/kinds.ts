import type { Permission } from "@/lib/auth/permissions";

type Rule = {
  /** Who may ask for it, and take the request back. */
  asks: Permission;
  /** Who may say yes or no: somebody else than who asked. */
  approves: Permission;
  /** Who sees the request. */
  watches: Permission;
};

/** What needs a second person where it deletes much (trust.md §4). */
export const APPROVAL_KINDS = {
  "policy.apply": { asks: "policy.write", approves: "policy.write", watches: "policy.read" },
  "retention.run": { asks: "retention.run", approves: "retention.run", watches: "retention.read" },
} as const satisfies Record<string, Rule>;

export type ApprovalKind = keyof typeof APPROVAL_KINDS;

export const isApprovalKind = (kind: string): kind is ApprovalKind =>
  Object.hasOwn(APPROVAL_KINDS, kind);
