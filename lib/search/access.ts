import "server-only";
import type { Grant } from "@/lib/auth/grant";
import { grantFor } from "@/lib/auth/grant-for";
import { permits } from "@/lib/auth/permissions";
import { activeReadings, type Reading } from "@/lib/auth/reading";
import { refusal } from "@/lib/refusal";
import type { SearchCriteria } from "./criteria";
import { asksText } from "./language/asks-text";

/** Who searches, and what it may look at: words only under readings. */
export type SearchAccess =
  | { grant: Grant<"search.text">; readings: Reading[] }
  | { grant: Grant<"search.metadata">; readings: null };

/**
 * With the operator's open readings, when there are any and the role may read; else metadata alone. Filters
 * alone look everywhere: a reading of one archive must not hide the others from them, and is then not used.
 */
export async function accessOf(
  grant: Grant<"search.metadata">,
  { query }: Pick<SearchCriteria, "query">,
): Promise<SearchAccess> {
  const { operator } = grant;
  if (!permits(operator.roles, "search.text")) return { grant, readings: null };
  const readings = await activeReadings(grantFor(operator, "archive.read"));
  const everything = readings.some((it) => it.scope.host === null);
  if (readings.length === 0 || !(everything || asksText(query))) return { grant, readings: null };
  return { grant: grantFor(operator, "search.text"), readings };
}

/**
 * Even the number of hits of a word is an oracle (trust.md 3), and so is whether a text has a link.
 * @throws ConsoleError `forbidden` for roles that never search words, `no-reading` for those that may.
 */
export function requireNoWords({ operator }: Grant<"search.metadata">, { query }: SearchCriteria) {
  if (!asksText(query)) return;
  if (!permits(operator.roles, "search.text")) {
    throw refusal("forbidden", "search-wordless");
  }
  throw refusal("no-reading", "search-closed");
}

/** @throws ConsoleError `no-reading` when one of them is another's, or over, or there is none. */
export function requireReadings(grant: Grant<"search.text">, readings: readonly Reading[]): void {
  const now = new Date();
  const fine = readings.every((it) => it.operatorId === grant.operator.id && it.expiresAt > now);
  if (readings.length > 0 && fine) return;
  throw refusal("no-reading", "search-closed");
}
