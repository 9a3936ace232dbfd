import { parseParams } from "@/lib/archive/search-params";
import { route } from "@/lib/auth/wrappers";
import { accessOf } from "@/lib/search/access";
import { exportHits } from "@/lib/search/export-hits";
import { criteriaOf, csvParams } from "@/lib/search/requests";

/** The hit list as a file: metadata for everybody who may search, text only under a reading. */
export const GET = route("search.metadata", async (grant, request) => {
  const { pathname, searchParams } = new URL(request.url);
  const id = pathname.split("/").at(-2) ?? "";
  const { criteria } = await criteriaOf(grant, { id, ...parseParams(csvParams, searchParams) });
  const file = await exportHits(await accessOf(grant, criteria), criteria, request.signal);
  const day = new Date().toISOString().slice(0, 10);
  return new Response(file, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="muniment-search-${day}.csv"`,
    },
  });
});
