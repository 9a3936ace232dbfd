import "server-only";
import type { Grant } from "@/lib/auth/grant";
import { pools } from "@/lib/db/pools";
import { projectionStatus } from "../projection/status";
import type { HostView } from "../views";
import { listDirectHosts } from "./direct-owners";
import { listHostLines } from "./projected-owners";

/** Every host with message stores, the biggest first. Without the projection only their names. */
export async function listHosts(_grant: Grant<"archive.browse">): Promise<HostView[]> {
  const sql = pools().interactive;
  const { state } = await projectionStatus();
  return state === "ready" ? listHostLines(sql) : listDirectHosts(sql);
}
