"use client";

import { useRef } from "react";
import type { Anchor, OwnerRef, ReadingKey } from "@/components/archive/archive-queries";
import { useText } from "@/components/use-text";
import { MessageRow } from "./message-row";
import { StickyDay } from "./sticky-day";
import { TranscriptBones } from "./transcript-bones";
import { NewerEdge, OlderEdge } from "./transcript-edge";
import { TranscriptFailure } from "./transcript-failure";
import { TranscriptHint } from "./transcript-hint";
import { TranscriptKeys } from "./transcript-keys";
import { DayHead, Gap } from "./transcript-line";
import { useMessageCursor } from "./use-message-cursor";
import { usePrinting } from "./use-printing";
import { useTranscriptPages } from "./use-transcript-pages";
import { useTranscriptScroll } from "./use-transcript-scroll";
import { useViewReport, type View } from "./use-view-report";

type Props = {
  owner: OwnerRef;
  peer: string | null;
  name: string;
  anchor: Anchor;
  reading: ReadingKey;
  selected: number | null;
  onSelect(rowId: number | null): void;
  onJump(rowId: number): void;
  onView(view: View): void;
  /** Several conversations in one: each run says with whom. */
  mixed: boolean;
};

/** One conversation as people read it, oldest above; loads itself in both directions. */
export function Transcript(props: Props) {
  const { owner, peer, name, anchor, reading, selected, onSelect, onJump, onView, mixed } = props;
  const t = useText().transcript;
  const scroller = useRef<HTMLDivElement>(null);
  const pages = useTranscriptPages(owner, peer, anchor, reading);
  const { query, messages, lines, dayOf } = pages;
  const scroll = useTranscriptScroll({ scroller, anchor, ...pages });
  const { virtualizer, top, last, above } = scroll;
  useViewReport(lines.slice(top, last + 1), scroll.settled, onView);
  useMessageCursor({ lines, top, selected, onSelect, virtualizer });
  const printing = usePrinting();

  if (query.isPending) return <TranscriptBones label={t.loadingOlder} />;
  if (query.isError && !query.data) return <TranscriptFailure query={query} />;
  const items = printing
    ? lines.map((line, index) => ({ index, start: above, key: line.key }))
    : virtualizer.getVirtualItems();
  return (
    <>
      <TranscriptKeys />
      {query.data.pages.some((page) => page.foldCut) && <TranscriptHint />}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className="script-scroll" ref={scroller} tabIndex={0} aria-label={t.label}>
        <h2 className="vh">{t.heading(name)}</h2>
        <StickyDay lines={lines} top={top} dayOf={dayOf} />
        <div className="script">
          <OlderEdge query={query} stamp={messages[0]?.stamp} />
          <div
            className="lines"
            style={printing ? undefined : { height: virtualizer.getTotalSize() }}
          >
            {items.map(({ index, start, key }) => {
              const line = lines[index]!;
              return (
                <div
                  key={key}
                  className="at"
                  ref={virtualizer.measureElement}
                  data-index={index}
                  style={{ transform: `translateY(${start - above}px)` }}
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
          <NewerEdge query={query} stamp={messages.at(-1)?.stamp} />
        </div>
      </section>
    </>
  );
}
