import { route } from "@/lib/auth/wrappers";
import { blastRadius } from "@/lib/policy/queries/blast";
import { previewPlan } from "@/lib/policy/queries/policy";
import { readChanges } from "@/lib/policy/read-changes";

/** What changes would write, and what they would delete; nothing is changed. */
export const POST = route("policy.read", async (grant, request) => {
  const changes = await readChanges(request);
  const [plan, blast] = await Promise.all([
    previewPlan(grant, changes),
    blastRadius(grant, changes),
  ]);
  return Response.json({ plan, blast });
});
