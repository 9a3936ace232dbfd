"use server";

import { z } from "zod";
import { action } from "@/lib/auth/wrappers";
import { cancelJob } from "@/lib/jobs/cancel";

export const cancelJobAction = action(
  "storage.maintain",
  z.strictObject({ id: z.guid() }),
  (grant, { id }) => cancelJob(grant, id),
);
