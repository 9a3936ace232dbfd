import "server-only";
import { type ProjectionStatus, progressOf } from "@/lib/archive/projection/status";
import type { IndexState } from "./views";

export function toIndexState(status: ProjectionStatus): IndexState {
  return {
    building: progressOf(status),
    lagRows: status.lagRows,
    stalled: status.problem !== null,
  };
}
