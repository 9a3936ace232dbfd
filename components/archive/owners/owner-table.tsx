"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { debounce, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { type OwnerSort, ownersQuery } from "@/components/archive/archive-queries";
import { ListFoot } from "@/components/archive/list-foot";
import { Button } from "@/components/ui/button";
import { FilterField } from "@/components/ui/filter-field";
import { useText } from "@/components/use-text";
import { OwnerBones } from "./owner-bones";
import { OwnerColumns } from "./owner-columns";
import { OwnerRow } from "./owner-row";

const SORTS = ["last", "rows", "bytes", "user"] as const satisfies readonly OwnerSort[];

const state = {
  host: parseAsString,
  filter: parseAsString.withDefault(""),
  sort: parseAsStringLiteral(SORTS).withDefault("last"),
};

/**
 * Everybody with an archive; the server filters and sorts, so that fifty thousand cost what fifty do.
 * `counted`: what to expect of the first page; without the index there is one order and nothing is counted.
 */
export function OwnerTable({ counted: expected }: { counted: boolean }) {
  const t = useText().archive.owners;
  const [{ host, filter, sort }, setUrl] = useQueryStates(state, { history: "replace" });
  const query = useInfiniteQuery({
    ...ownersQuery({ host, filter: filter.trim(), sort }),
    placeholderData: (previous) => previous,
  });
  const owners = query.data?.pages.flatMap((page) => page.owners) ?? [];
  const counted = query.data ? !query.data.pages[0]?.partial : expected;
  return (
    <section aria-labelledby="owners-title">
      <div className="head mb-3">
        <h2 id="owners-title" className="h2">
          {t.title}
        </h2>
        <FilterField
          className="push w-72 max-sm:w-full"
          label={t.filter}
          placeholder={t.filterHint}
          value={filter}
          onChange={(event) =>
            void setUrl({ filter: event.target.value || null }, { limitUrlUpdates: debounce(120) })
          }
        />
      </div>
      <table className="t owners" aria-busy={query.isFetching}>
        <OwnerColumns counted={counted} sort={sort} onSort={(by) => void setUrl({ sort: by })} />
        <tbody>
          {owners.map((owner) => (
            <OwnerRow
              key={`${owner.host}/${owner.user}/${owner.store}`}
              owner={owner}
              counted={counted}
            />
          ))}
        </tbody>
        {query.isPending && <OwnerBones counted={counted} />}
      </table>
      <ListFoot query={query} more={t.more} className="mt-3">
        {query.isPending && <span className="vh">{t.loading}</span>}
        {query.isSuccess && owners.length === 0 && (
          <>
            {query.hasNextPage ? t.noneSoFar : t.none}
            <Button small onClick={() => void setUrl({ filter: null, host: null })}>
              {t.noneFix}
            </Button>
          </>
        )}
        {owners.length > 0 && t.shown(owners.length)}
      </ListFoot>
    </section>
  );
}
