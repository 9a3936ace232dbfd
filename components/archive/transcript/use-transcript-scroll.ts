"use client";

import { useVirtualizer, type Virtualizer } from "@tanstack/react-virtual";
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { Anchor } from "@/components/archive/archive-queries";
import type { Line } from "./lines";

const NEAR_EDGE_LINES = 12;
/** How long the first lines take to be measured; nothing is loaded above them before. */
const SETTLE_MS = 350;
/** Height of what stands above the first line, `.edge` in transcript.css. */
const ABOVE = 48;
/** The day that sticks to the upper edge covers this much, `.sticky-day`. */
const COVERED = 40;

type Options = {
  scroller: RefObject<HTMLDivElement | null>;
  lines: Line[];
  anchor: Anchor;
  dayOf(stamp: number): string;
  /** Asked again while the reader is near an edge and there is more. */
  loadOlder: (() => void) | null;
  loadNewer: (() => void) | null;
};

export type TranscriptVirtualizer = Virtualizer<HTMLDivElement, HTMLDivElement>;

/**
 * The virtual list of a transcript. Older rows are put in above without moving what is being read
 * (`anchorTo: "end"` keeps the distance to the end when lines arrive before it).
 */
export function useTranscriptScroll(options: Options) {
  const { scroller, lines, anchor, dayOf, loadOlder, loadNewer } = options;
  const [settled, setSettled] = useState(false);
  const virtualizer: TranscriptVirtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => estimate(lines[index]),
    getItemKey: (index) => lines[index]?.key ?? index,
    overscan: 14,
    // Only lines that arrive later are put in before what is read; the first ones are scrolled to.
    anchorTo: settled ? "end" : "start",
    scrollMargin: ABOVE,
    scrollPaddingStart: COVERED,
    paddingEnd: 24,
  });

  const placed = useRef(false);
  useLayoutEffect(() => {
    if (placed.current || lines.length === 0) return;
    placed.current = true;
    const index = startIndex(lines, anchor, dayOf);
    if (index === null) virtualizer.scrollToIndex(lines.length - 1, { align: "end" });
    else virtualizer.scrollToIndex(index, { align: "start" });
    setTimeout(() => setSettled(true), SETTLE_MS);
  }, [lines, anchor, dayOf, virtualizer]);

  const first = virtualizer.range?.startIndex ?? 0;
  const last = virtualizer.range?.endIndex ?? 0;
  // What is read first is what the sticking day does not cover.
  const edge = (virtualizer.scrollOffset ?? 0) + COVERED;
  const top = virtualizer.getVirtualItemForOffset(edge + 1)?.index ?? first;
  useEffect(() => {
    if (!settled || lines.length === 0) return;
    if (first < NEAR_EDGE_LINES) loadOlder?.();
    else if (last > lines.length - NEAR_EDGE_LINES) loadNewer?.();
  }, [settled, first, last, lines.length, loadOlder, loadNewer]);

  return { virtualizer, top, last, settled, above: ABOVE };
}

function estimate(line: Line | undefined): number {
  if (line?.type === "day") return 54;
  if (line?.type === "gap") return 44;
  return line?.head ? 62 : 34;
}

/** The line a transcript opens at; null is the end. */
export function startIndex(
  lines: readonly Line[],
  anchor: Anchor,
  dayOf: (stamp: number) => string,
): number | null {
  if (anchor === null) return null;
  const found = lines.findIndex((line) => {
    if (line.type === "day") return "date" in anchor && line.day >= anchor.date;
    if (line.type === "gap") return false;
    return "at" in anchor
      ? line.message.rowIds.includes(anchor.at)
      : dayOf(line.message.stamp) >= anchor.date;
  });
  return found < 0 ? null : found;
}
