import { route } from "@/lib/auth/wrappers";
import { getHealth } from "@/lib/storage/queries/health";

/** Every table, TOAST and index with its size; how they are cared for; how far numbers are from their ends. */
export const GET = route("storage.read", async (grant) => Response.json(await getHealth(grant)));
