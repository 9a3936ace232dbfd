"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { FoundProvider } from "./found";
import { SaveSearch } from "./kept/save-search";
import { Months } from "./months/months";
import { NothingFound } from "./notices/nothing-found";
import { SearchedLine } from "./notices/searched-line";
import { SearchedNotices } from "./notices/searched-notices";
import { Pager } from "./results/pager";
import { Results } from "./results/results";
import type { BodyProps } from "./search-body";
import type { Answer } from "./search-queries";
import { ExportButton } from "./summary/export-button";
import { Summary } from "./summary/summary";
import { useCount } from "./summary/use-count";
import { FIRST_PAGE, keepHit } from "./use-search-address";

/** While somebody types, the first hits are worth a query; how many there are is not yet. */
const COUNTS_AFTER_MS = 350;

/** The hits of a page, how many there are, when they were, and what was searched. */
export function SearchAnswer(props: BodyProps & { answer: Answer }) {
  const { search, answer, reading, deeds } = props;
  const { asked, page } = answer;
  const { box, go, address, setAddress } = search;
  const top = useRef<HTMLDivElement>(null);
  const router = useRouter();
  const ready = useLater(`${asked.text} ${asked.copies}`, box.settled ? 0 : COUNTS_AFTER_MS);
  const counted = useCount(asked, page, reading, ready);
  const found = page.hits.length > 0 || asked.before !== null;

  const open = async (href: string, rowId: number) => {
    // *Back* must find the words again: they go into the address before one leaves.
    await box.settle(box.text, "enter").catch(() => {});
    keepHit(rowId);
    router.push(href as Route);
  };
  const next = async (cursor: string) => {
    await box.settle(box.text, "enter").catch(() => {});
    await setAddress({ at: cursor, page: address.page + 1 }, { history: "push" });
    top.current?.scrollIntoView();
    top.current?.focus({ preventScroll: true });
  };
  return (
    <div ref={top} tabIndex={-1} className="answer">
      {found && (
        <Summary
          page={page}
          asked={asked}
          chosen={search.asked}
          counted={counted}
          onOrder={(order) => void setAddress({ order, ...FIRST_PAGE }, { history: "push" })}
          onCopies={(copies) => void setAddress({ copies, ...FIRST_PAGE }, { history: "push" })}
        >
          <ExportButton asked={asked} open={page.searched.readings !== null} />
          <SaveSearch text={box.text} save={deeds.save} />
        </Summary>
      )}
      <SearchedNotices searched={page.searched} onAgain={() => void search.page.refetch()} />
      {found && <Months asked={asked} text={box.text} reading={reading} ready={ready} onGo={go} />}
      <SearchedLine {...props} query={search.query} searched={page.searched} widens={found} />
      {found ? (
        <>
          <FoundProvider query={search.query}>
            <Results key={asked.before} page={page} stale={search.stale} onOpen={open} />
          </FoundProvider>
          <Pager
            page={page}
            number={address.page}
            count={counted.count}
            onNext={next}
            onFirst={() => void setAddress(FIRST_PAGE, { history: "push" })}
          />
        </>
      ) : (
        <NothingFound
          {...props}
          text={box.text}
          query={search.said}
          searched={page.searched}
          onGo={go}
        />
      )}
    </div>
  );
}

/** True some time after `key` last changed. */
function useLater(key: string, afterMs: number): boolean {
  const [reached, setReached] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setReached(key), afterMs);
    return () => clearTimeout(timer);
  }, [key, afterMs]);
  return reached === key;
}
