"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useRef } from "react";
import {
  type Anchor,
  type OwnerRef,
  type ReadingKey,
  transcriptQuery,
} from "@/components/archive/archive-queries";
import { usePreferences } from "@/components/preferences";
import { useText } from "@/components/use-text";
import { dayKey, formatDay } from "@/lib/format/day";
import { formatStamp } from "@/lib/format/stamp";
import { type MessageLine, toLines } from "./lines";
import { MessageRow } from "./message-row";
import { TranscriptBones } from "./transcript-bones";
import { DayHead, Gap } from "./transcript-line";
import { usePrinting } from "./use-printing";
import { useTranscriptKeys } from "./use-transcript-keys";
import { useTranscriptScroll } from "./use-transcript-scroll";

type Props = {
  owner: OwnerRef;
  peer: string | null;
  name: string;
  anchor: Anchor;
  reading: ReadingKey;
  selected: number | null;
  onSelect(rowId: number | null): void;
  onJump(rowId: number): void;
  onView(view: { from: number; to: number; rowId: number }): void;
  /** Several conversations in one: each run says with whom. */
  mixed: boolean;
};

/** One conversation as people read it, oldest above; loads itself in both directions. */
export function Transcript({
  owner,
  peer,
  name,
  anchor,
  reading,
  selected,
  onSelect,
  onJump,
  onView,
  mixed,
}: Props) {
  const t = useText().archive.transcript;
  const { zone, locale } = usePreferences();
  const scroller = useRef<HTMLDivElement>(null);
  const query = useInfiniteQuery(transcriptQuery(owner, peer, anchor, zone, reading));
  const { data, hasPreviousPage, hasNextPage, isFetching, fetchPreviousPage, fetchNextPage } =
    query;
  const dayOf = useCallback((stamp: number) => dayKey(stamp, zone), [zone]);
  const messages = useMemo(() => data?.pages.flatMap((page) => page.messages) ?? [], [data]);
  const lines = useMemo(
    () => toLines(messages, dayOf, { older: hasPreviousPage, newer: hasNextPage }),
    [messages, dayOf, hasPreviousPage, hasNextPage],
  );
  const failed = query.isError;
  const loadOlder = useMemo(
    () => (hasPreviousPage && !isFetching && !failed ? () => void fetchPreviousPage() : null),
    [hasPreviousPage, isFetching, failed, fetchPreviousPage],
  );
  const loadNewer = useMemo(
    () => (hasNextPage && !isFetching && !failed ? () => void fetchNextPage() : null),
    [hasNextPage, isFetching, failed, fetchNextPage],
  );
  const {
    virtualizer,
    first,
    top: topIndex,
    last,
    settled,
    above,
  } = useTranscriptScroll({
    scroller,
    lines,
    anchor,
    dayOf,
    loadOlder,
    loadNewer,
  });

  const shown = useMemo(
    () =>
      lines
        .slice(topIndex, last + 1)
        .filter((line): line is MessageLine => line.type === "message"),
    [lines, topIndex, last],
  );
  const top = shown[0]?.message;
  const bottom = shown.at(-1)?.message;
  useEffect(() => {
    if (!top || !bottom || !settled) return;
    const timer = setTimeout(
      () => onView({ from: top.stamp, to: bottom.stamp, rowId: top.rowId }),
      120,
    );
    return () => clearTimeout(timer);
  }, [top, bottom, settled, onView]);

  // The day of the line at the upper edge, unless that line says it itself.
  const edgeLine = lines[first];
  const stuck = edgeLine?.type === "message" ? edgeLine.message.stamp : null;

  const keys = useMemo(() => {
    const move = (step: 1 | -1) => {
      const here = lines.findIndex((l) => l.type === "message" && l.message.rowId === selected);
      let index = here < 0 ? first - step : here;
      do index += step;
      while (lines[index] && lines[index]!.type !== "message");
      const line = lines[index];
      if (line?.type !== "message") return;
      onSelect(line.message.rowId);
      virtualizer.scrollToIndex(index, { align: "auto" });
    };
    return {
      next: () => move(1),
      previous: () => move(-1),
      open: () => selected === null && top && onSelect(top.rowId),
      copyLink: () =>
        selected !== null &&
        void navigator.clipboard?.writeText(`${location.origin}/archive/message/${selected}`),
      close: () => onSelect(null),
    };
  }, [lines, selected, first, top, onSelect, virtualizer]);
  useTranscriptKeys(keys);
  const printing = usePrinting();

  if (query.isPending) return <TranscriptBones label={t.loadingOlder} />;
  if (query.isError && !data) {
    return (
      <div className="script" role="alert">
        <p className="edge note">{t.failed}</p>
        <p className="edge note">{query.error.message}</p>
        <button type="button" className="btn s edge" onClick={() => void query.refetch()}>
          {t.retry}
        </button>
      </div>
    );
  }
  const items = printing
    ? lines.map((_, index) => ({ index, start: above, key: lines[index]!.key }))
    : virtualizer.getVirtualItems();
  const edge = (stamp: number | undefined) =>
    stamp === undefined ? "" : formatStamp(stamp, zone, "minute");
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="script-scroll" ref={scroller} tabIndex={0} aria-label={t.label}>
      <h2 className="vh">{t.heading(name)}</h2>
      <div className="sticky-day" aria-hidden="true">
        {stuck && <div>{formatDay(dayOf(stuck), locale)}</div>}
      </div>
      <div className="script">
        <div className="edge cap">
          {hasPreviousPage ? (
            <button type="button" onClick={() => void fetchPreviousPage()}>
              {query.isFetchingPreviousPage ? t.loadingOlder : t.older(edge(messages[0]?.stamp))}
            </button>
          ) : messages.length > 0 ? (
            t.begin
          ) : (
            t.empty
          )}
        </div>
        <div
          className="lines"
          style={printing ? undefined : { height: virtualizer.getTotalSize() }}
        >
          {items.map((item) => {
            const line = lines[item.index]!;
            return (
              <div
                key={item.key}
                className="at"
                ref={virtualizer.measureElement}
                data-index={item.index}
                style={{ transform: `translateY(${item.start - above}px)` }}
              >
                {line.type === "day" && <DayHead line={line} />}
                {line.type === "gap" && <Gap line={line} />}
                {line.type === "message" && (
                  <MessageRow
                    message={line.message}
                    head={line.head}
                    mixed={mixed}
                    selected={line.message.rowId === selected}
                    onSelect={onSelect}
                    onJump={onJump}
                  />
                )}
              </div>
            );
          })}
        </div>
        <div className="edge cap">
          {hasNextPage ? (
            <button type="button" onClick={() => void fetchNextPage()}>
              {query.isFetchingNextPage ? t.loadingNewer : t.newer(edge(messages.at(-1)?.stamp))}
            </button>
          ) : (
            messages.length > 0 && (
              <>
                {t.end}{" "}
                <button type="button" className="ms-2" onClick={() => void query.refetch()}>
                  {query.isRefetching ? t.loadingNewer : t.lookAgain}
                </button>
              </>
            )
          )}
        </div>
      </div>
    </section>
  );
}
