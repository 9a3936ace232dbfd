import { route } from "@/lib/auth/wrappers";
import { accessOf } from "@/lib/search/access";
import { matchesByMonth } from "@/lib/search/queries/months";
import { criteriaOf, monthsBody, readBody } from "@/lib/search/requests";

/** Matches by calendar month in the zone of the lens. */
export const POST = route("search.metadata", async (grant, request) => {
  const { criteria } = await criteriaOf(grant, await readBody(monthsBody, request));
  return Response.json(
    await matchesByMonth(await accessOf(grant, criteria), criteria, request.signal),
  );
});
