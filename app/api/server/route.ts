import { route } from "@/lib/auth/wrappers";
import { getServerFacts } from "@/lib/server/queries/facts";

/** What the console is connected to. */
export const GET = route("server.read", async (grant) =>
  Response.json(await getServerFacts(grant)),
);
