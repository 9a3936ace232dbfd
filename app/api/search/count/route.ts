import { route } from "@/lib/auth/wrappers";
import { accessOf } from "@/lib/search/access";
import { countMatches } from "@/lib/search/queries/count";
import { countBody, criteriaOf, readBody } from "@/lib/search/requests";

/** How many match: quickly and about, or exactly, which may take long and ends when nobody waits any more. */
export const POST = route("search.metadata", async (grant, request) => {
  const { exact, ...asked } = await readBody(countBody, request);
  const { criteria } = await criteriaOf(grant, asked);
  const access = await accessOf(grant, criteria);
  return Response.json(await countMatches(access, criteria, { exact }, request.signal));
});
