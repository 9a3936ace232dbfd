import "server-only";
import type { Grant } from "@/lib/auth/grant";
import { grantFor } from "@/lib/auth/grant-for";
import { permits } from "@/lib/auth/permissions";
import { activeReading, type Reading } from "@/lib/auth/reading";
import type { OwnerRef } from "./criteria";

export type Reader = { grant: Grant<"archive.read">; reading: Reading };

/** The operator's open reading of this owner with the grant to use it; null: text stays closed. */
export async function readerOf(
  { operator }: Grant<"archive.browse">,
  owner: OwnerRef,
): Promise<Reader | null> {
  if (!permits(operator.roles, "archive.read")) return null;
  const grant = grantFor(operator, "archive.read");
  const reading = await activeReading(grant, owner);
  return reading && { grant, reading };
}
