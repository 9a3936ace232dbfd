"use client";

import { usePreferences } from "@/components/preferences";
import { Button } from "@/components/ui/button";
import { useText } from "@/components/use-text";
import { formatEstimate, formatNumber } from "@/lib/format/number";
import { DEFAULT_HITS } from "@/lib/search/criteria";
import type { SearchPage } from "@/lib/search/views";
import type { Counted } from "../summary/use-count";

type Props = {
  page: SearchPage;
  /** From 1. */
  number: number;
  count: Counted["count"];
  onNext: (cursor: string) => void;
  onFirst: () => void;
};

/** Where this page is among all; the next one is a step in the address, so *back* is the one before. */
export function Pager({ page, number, count, onNext, onFirst }: Props) {
  const t = useText().search.pages;
  const { locale } = usePreferences();
  const { next } = page;
  const from = (number - 1) * DEFAULT_HITS + 1;
  const range = t.range(from, from + page.hits.length - 1);
  const total = count && (count.exact ? formatNumber : formatEstimate)(count.count, locale);
  return (
    <nav className="pg noprint" aria-label={t.label}>
      <span className="cap num">
        {total ? t.of(range, total) : range}
        {next === null && number > 1 && ` · ${t.end}`}
      </span>
      <span className="row push">
        {number > 1 && (
          <Button small onClick={onFirst}>
            {t.first}
          </Button>
        )}
        {next !== null && (
          <Button small onClick={() => onNext(next)}>
            {t.next(DEFAULT_HITS)}
          </Button>
        )}
      </span>
    </nav>
  );
}
