import { projectionStatus } from "@/lib/archive/projection/status";
import { route } from "@/lib/auth/wrappers";
import { toIndexState } from "@/lib/search/index-state";

/** How far the index is that searches are asked of: for a page that showed an answer from before its end. */
export const GET = route("search.metadata", async () =>
  Response.json(toIndexState(await projectionStatus())),
);
