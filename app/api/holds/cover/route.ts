import { route } from "@/lib/auth/wrappers";
import { coverOf } from "@/lib/holds/cover";
import { holdScope } from "@/lib/holds/schema";
import { readBody } from "@/lib/search/requests";

/** What a hold would cover, before it is placed. */
export const POST = route("hold.read", async (grant, request) =>
  Response.json(await coverOf(grant, await readBody(holdScope, request))),
);
