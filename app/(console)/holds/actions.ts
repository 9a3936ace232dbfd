"use server";

import { refresh } from "next/cache";
import { action } from "@/lib/auth/wrappers";
import { placeHold } from "@/lib/holds/place";
import { newHold } from "@/lib/holds/schema";

export const placeHoldAction = action("hold.place", newHold, async (grant, input) => {
  const placed = await placeHold(grant, input);
  refresh();
  return placed;
});
