import { route } from "@/lib/auth/wrappers";
import { getServerPulse } from "@/lib/server/queries/pulse";

/** How it is at this moment: asked again and again while the page is open. */
export const GET = route("server.read", async (grant) =>
  Response.json(await getServerPulse(grant)),
);
