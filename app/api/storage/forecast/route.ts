import { parseParams } from "@/lib/archive/search-params";
import { route } from "@/lib/auth/wrappers";
import { getForecast } from "@/lib/storage/queries/forecast";
import { forecastParams } from "@/lib/storage/search-params";

/** Where the archive is going, and when the volume is full. */
export const GET = route("storage.read", async (grant, request) => {
  const { unit, host = null } = parseParams(forecastParams, new URL(request.url).searchParams);
  return Response.json(await getForecast(grant, { unit, host }));
});
