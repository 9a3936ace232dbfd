"use server";

import { action } from "@/lib/auth/wrappers";
import { requestMaintenance } from "@/lib/storage/commands/request-maintenance";
import { maintenanceRequest } from "@/lib/storage/maintenance-schema";

/** Puts the care of a table or an index into the queue; answers with the job's id. */
export const requestMaintenanceAction = action(
  "storage.maintain",
  maintenanceRequest,
  requestMaintenance,
);
