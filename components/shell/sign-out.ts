import { signOut } from "next-auth/react";
import { getQueryClient } from "@/components/query-client";

/**
 * Ends the session and leaves by a full page load, so that nothing that was read stays in the memory
 * of the tab.
 */
export async function leave(): Promise<void> {
  getQueryClient().clear();
  await signOut({ redirect: false }).catch(() => undefined);
  window.location.replace("/sign-in?signed-out=1");
}
