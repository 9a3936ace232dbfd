import { route } from "@/lib/auth/wrappers";
import { listJobs } from "@/lib/jobs/queries";

/** What waits and runs, and what ended lately, as far as one may watch it. */
export const GET = route("storage.read", async (grant) =>
  Response.json({ jobs: await listJobs(grant) }),
);
