import "server-only";
import type { JobHandlers } from "@/lib/jobs/handler";
import { createIndex, dropIndex, reindex } from "./indexes";
import { analyze, vacuum } from "./tables";

/** What the worker and the command line run. */
export const MAINTENANCE_HANDLERS = {
  "maintenance.analyze": analyze,
  "maintenance.vacuum": vacuum,
  "maintenance.reindex": reindex,
  "maintenance.create-index": createIndex,
  "maintenance.drop-index": dropIndex,
} as const satisfies Partial<JobHandlers>;
