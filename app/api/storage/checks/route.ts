import { route } from "@/lib/auth/wrappers";
import { getCheckState } from "@/lib/storage/queries/checks";

/** What the nightly check of the figures found, and when it looked last. */
export const GET = route("storage.read", async (grant) =>
  Response.json(await getCheckState(grant)),
);
