import { route } from "@/lib/auth/wrappers";
import { listPrefs } from "@/lib/policy/queries/prefs";

/** How many people of each host have chosen what for themselves; nobody is named. */
export const GET = route("policy.read", async (grant, request) =>
  Response.json(await listPrefs(grant, request.signal)),
);
