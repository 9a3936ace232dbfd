import { route } from "@/lib/auth/wrappers";
import { listSlowQueries } from "@/lib/storage/queries/slow";

/** The queries on the archive that took most time, where pg_stat_statements is there. */
export const GET = route("storage.read", async (grant) =>
  Response.json(await listSlowQueries(grant)),
);
