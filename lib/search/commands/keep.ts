import "server-only";
import type { Grant } from "@/lib/auth/grant";
import { permits } from "@/lib/auth/permissions";
import { HISTORY_LOCK } from "@/lib/db/locks";
import { pools } from "@/lib/db/pools";
import { refusal } from "@/lib/refusal";

export type SearchText = { words: string; filters: string };

export type Kept = {
  id: string;
  /** The same was not asked before. */
  isNew: boolean;
};

/**
 * Remembers what was asked, for the address of the page and the operator's own history. The same search
 * again is the same entry. `replaces`: an entry that was a step of typing on the way to this one. Not on
 * the trail by itself: the search is.
 */
export async function keepSearch(
  grant: Grant<"search.metadata">,
  { words, filters }: SearchText,
  replaces: string | null = null,
): Promise<Kept> {
  refuseWords(grant, words);
  const { id: operator } = grant.operator;
  return pools().interactive.begin(async (tx) => {
    // The same asked twice at once is one entry as well.
    await tx`select pg_advisory_xact_lock(${HISTORY_LOCK}, hashtext(${operator}))`;
    if (replaces !== null) {
      // Asked once more since, in another tab: then an address there names it.
      await tx`delete from console.search
        where id = ${replaces} and operator_id = ${operator} and name is null
          and used_at = created_at`;
    }
    const [known] = await tx<{ id: string }[]>`
      update console.search set used_at = clock_timestamp()
      where id = (
        select id from console.search
        where operator_id = ${operator} and name is null and words = ${words} and filters = ${filters}
        order by used_at desc limit 1)
      returning id`;
    if (known) return { id: known.id, isNew: false };
    const [row] = await tx<{ id: string }[]>`
      insert into console.search (operator_id, words, filters)
      values (${operator}, ${words}, ${filters}) returning id`;
    return { id: row!.id, isNew: true };
  });
}

/** @throws ConsoleError `forbidden` when there are words and no role permits to search text. */
export function refuseWords({ operator }: Grant<"search.metadata">, words: string): void {
  if (words === "" || permits(operator.roles, "search.text")) return;
  throw refusal("forbidden", "search-wordless");
}
