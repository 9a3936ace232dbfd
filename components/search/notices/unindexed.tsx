"use client";

import type { Route } from "next";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { useText } from "@/components/use-text";

/** The database has not agreed to be indexed: without that there is nothing to search in. */
export function Unindexed() {
  const { search, errors } = useText();
  const t = search.error;
  const act = <ButtonLink href={"/archive" as Route}>{t.howToIndex}</ButtonLink>;
  return (
    <div role="alert">
      <EmptyState icon="search" title={t.unindexed} action={act}>
        {errors["search-unindexed"]}
      </EmptyState>
    </div>
  );
}
