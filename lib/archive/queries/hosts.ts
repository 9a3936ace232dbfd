import "server-only";
import type { Grant } from "@/lib/auth/grant";
import { pools } from "@/lib/db/pools";
import { findLayout } from "@/lib/prosody/layouts/detect";
import type { HostView } from "../views";
import { listDirectHosts } from "./direct-hosts";
import { isProjected } from "./is-projected";
import { listHostLines } from "./projected-owners";

/**
 * Every host with message stores, the biggest first. Without the projection only their names, without an
 * archive none: the frame asks on every page, also on those that do without one.
 */
export async function listHosts(_grant: Grant<"archive.browse">): Promise<HostView[]> {
  const sql = pools().interactive;
  if (await isProjected()) return listHostLines(sql);
  return (await findLayout()) ? listDirectHosts(sql) : [];
}
