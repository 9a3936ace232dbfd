/** What a change that deletes much is asked for as; one policy, so one open request (lib/approvals). */
export const POLICY_APPLY = "policy.apply";
export const POLICY = "policy";

/** A second person was asked instead. `ripeAt`: Unix seconds from which it holds where there is nobody else. */
export type AskedSecond = { approval: string; ripeAt: number | null };
