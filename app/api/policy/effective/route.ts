import { route } from "@/lib/auth/wrappers";
import { askInForce } from "@/lib/policy/queries/effective";

/** What a running Prosody has in force, through its admin socket. */
export const GET = route("policy.read", async (grant) => Response.json(await askInForce(grant)));
