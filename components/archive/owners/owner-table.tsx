"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { debounce, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { type OwnerSort, ownersQuery } from "@/components/archive/archive-queries";
import { FilterField } from "@/components/ui/filter-field";
import { Icon } from "@/components/ui/icon";
import { useText } from "@/components/use-text";
import { OwnerRow } from "./owner-row";

const SORTS = ["last", "rows", "bytes", "user"] as const satisfies readonly OwnerSort[];

const state = {
  host: parseAsString,
  filter: parseAsString.withDefault(""),
  sort: parseAsStringLiteral(SORTS).withDefault("last"),
};

/** Everybody with an archive; the server filters and sorts, so that fifty thousand cost what fifty do. */
export function OwnerTable() {
  const t = useText().archive.owners;
  const [{ host, filter, sort }, setUrl] = useQueryStates(state, { history: "replace" });
  const query = useInfiniteQuery({
    ...ownersQuery({ host, filter: filter.trim(), sort }),
    placeholderData: (previous) => previous,
  });
  const owners = query.data?.pages.flatMap((page) => page.owners) ?? [];
  const head = (label: string, by: OwnerSort | null, className?: string) => (
    <th
      scope="col"
      className={className}
      aria-sort={by === sort ? (by === "user" ? "ascending" : "descending") : undefined}
    >
      {by ? (
        <button
          type="button"
          aria-label={t.sortBy(label)}
          onClick={() => void setUrl({ sort: by })}
        >
          {label}
          {by === sort && <Icon name={by === "user" ? "up" : "down"} />}
        </button>
      ) : (
        label
      )}
    </th>
  );
  return (
    <section aria-labelledby="owners-title">
      <div className="head mb-3">
        <h2 id="owners-title" className="h2">
          {t.title}
        </h2>
        <FilterField
          className="push w-72 max-w-full"
          label={t.filter}
          placeholder={t.filterHint}
          value={filter}
          onChange={(event) =>
            void setUrl({ filter: event.target.value || null }, { limitUrlUpdates: debounce(120) })
          }
        />
      </div>
      {query.isError && !query.data ? (
        <p role="alert" className="note">
          {query.error.message}
        </p>
      ) : (
        <table className="t owners" aria-busy={query.isFetching}>
          <thead>
            <tr>
              {head(t.owner, "user")}
              {head(t.rows, "rows", "n")}
              {head(t.size, "bytes", "n hide-s")}
              {head(t.encrypted, null, "n hide-s")}
              {head(t.first, null, "n hide-s")}
              {head(t.last, "last", "n")}
            </tr>
          </thead>
          <tbody>
            {owners.map((owner) => (
              <OwnerRow key={`${owner.host}/${owner.user}/${owner.store}`} owner={owner} />
            ))}
          </tbody>
        </table>
      )}
      <div className="row mt-3 note" aria-live="polite">
        {query.isPending && t.loading}
        {query.isSuccess && owners.length === 0 && (
          <>
            {t.none}
            <button
              type="button"
              className="btn s"
              onClick={() => void setUrl({ filter: null, host: null })}
            >
              {t.noneFix}
            </button>
          </>
        )}
        {owners.length > 0 && t.shown(owners.length)}
        {query.hasNextPage && (
          <button
            type="button"
            className="btn s"
            disabled={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            {t.more}
          </button>
        )}
      </div>
    </section>
  );
}
