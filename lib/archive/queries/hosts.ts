import "server-only";
import type { Grant } from "@/lib/auth/grant";
import { pools } from "@/lib/db/pools";
import type { HostView } from "../views";
import { listDirectHosts } from "./direct-hosts";
import { isProjected } from "./is-projected";
import { listHostLines } from "./projected-owners";

/** Every host with message stores, the biggest first. Without the projection only their names. */
export async function listHosts(_grant: Grant<"archive.browse">): Promise<HostView[]> {
  const sql = pools().interactive;
  return (await isProjected()) ? listHostLines(sql) : listDirectHosts(sql);
}
