import { route } from "@/lib/auth/wrappers";
import { getIndexReport } from "@/lib/storage/queries/indexes";

/** The indexes that are there and those that are recommended, with advice. */
export const GET = route("storage.read", async (grant) =>
  Response.json(await getIndexReport(grant)),
);
