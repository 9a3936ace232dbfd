import { route } from "@/lib/auth/wrappers";
import { getStorageLimit } from "@/lib/storage/queries/limit";

/** How large the database may become, and how large it is. */
export const GET = route("storage.read", async (grant) =>
  Response.json(await getStorageLimit(grant)),
);
