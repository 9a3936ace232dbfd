"use server";

import { action } from "@/lib/auth/wrappers";
import { setStorageLimit } from "@/lib/storage/commands/set-limit";
import { limitRequest } from "@/lib/storage/limit-schema";

/** How large the database may become: the red line of the forecast. */
export const setStorageLimitAction = action("storage.maintain", limitRequest, setStorageLimit);
