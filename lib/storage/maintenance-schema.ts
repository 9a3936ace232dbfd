import { z } from "zod";
import type { ErrorReason } from "@/lib/i18n/en/errors";
import type { JobKind } from "@/lib/jobs/kinds";

export const WORK = {
  analyze: "maintenance.analyze",
  vacuum: "maintenance.vacuum",
  reindex: "maintenance.reindex",
  "create-index": "maintenance.create-index",
  "drop-index": "maintenance.drop-index",
} as const satisfies Record<string, JobKind>;

/** What would stop Prosody, which is one thread with blocking SQL: asked for often, refused with the reason. */
export const FREEZES = {
  "vacuum-full": { kind: "maintenance.vacuum", reason: "refuse-vacuum-full" },
  cluster: { kind: "maintenance.vacuum", reason: "refuse-cluster" },
  "create-index-plain": { kind: "maintenance.create-index", reason: "refuse-create-index" },
  "reindex-plain": { kind: "maintenance.reindex", reason: "refuse-reindex" },
} as const satisfies Record<string, { kind: JobKind; reason: ErrorReason }>;

export type Work = keyof typeof WORK;
export type Freeze = keyof typeof FREEZES;

export const maintenanceRequest = z.strictObject({
  what: z.enum([...(Object.keys(WORK) as Work[]), ...(Object.keys(FREEZES) as Freeze[])]),
  /** Schema-qualified, as IndexAdvice.target and TableCare.table have it. */
  target: z.string().min(1).max(200),
});
export type MaintenanceRequest = z.output<typeof maintenanceRequest>;
