import type { AuditAction } from "@/lib/audit/actions";
import type { Permission } from "@/lib/auth/permissions";

type Rule = {
  /** Who may ask for it and stop it; checked again when the work begins. */
  asks: Permission;
  /** Who sees that it is under way, and how it ended. */
  watches: Permission;
};

const MAINTENANCE = { asks: "storage.maintain", watches: "storage.read" } as const satisfies Rule;

/** Every kind of long work. The name is also the word on the audit trail. */
export const JOB_KINDS = {
  "maintenance.analyze": MAINTENANCE,
  "maintenance.vacuum": MAINTENANCE,
  "maintenance.reindex": MAINTENANCE,
  "maintenance.create-index": MAINTENANCE,
  "maintenance.drop-index": MAINTENANCE,
  "retention.run": { asks: "retention.run", watches: "retention.read" },
} as const satisfies Partial<Record<AuditAction, Rule>>;

export type JobKind = keyof typeof JOB_KINDS;

export const isJobKind = (kind: string): kind is JobKind => Object.hasOwn(JOB_KINDS, kind);
