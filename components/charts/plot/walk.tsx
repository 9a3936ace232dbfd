"use client";

import type { CSSProperties } from "react";
import { Tip, type TipText, tipSentence } from "./tip";
import { usePlotPointer } from "./use-plot-pointer";
import { useWalk } from "./use-walk";

type Props = {
  /** What is shown, in a sentence, and which keys work. */
  label: string;
  /** Where each value stands, as a share (0–1) of the width; rising. */
  places: readonly number[];
  tip: (index: number) => TipText;
  /** A stretch was dragged, or marked with Shift and taken with Enter: shares of the width. */
  onRange?: (from: number, to: number) => void;
  /** Pixels between the element and the plot it lies over. */
  inset: { top: number; right: number; bottom: number; left: number };
};

function nearest(places: readonly number[], share: number): number {
  let best = 0;
  for (const [i, place] of places.entries()) {
    if (Math.abs(place - share) < Math.abs((places[best] ?? 0) - share)) best = i;
  }
  return best;
}

const span = (from: number, to: number): CSSProperties => ({
  left: `${from * 100}%`,
  width: `${(to - from) * 100}%`,
});

/** Lies over a drawn chart and makes its values walkable: pointer, drag, arrow keys. */
export function Walk({ label, places, tip, onRange, inset }: Props) {
  const place = (index: number) => places[index] ?? 0;
  const walk = useWalk({
    count: places.length,
    start: places.length - 1,
    moves: { ArrowLeft: -1, ArrowRight: 1, PageUp: -30, PageDown: 30 },
    onRange: onRange && ((from, to) => onRange(place(from), place(to))),
  });
  const pointer = usePlotPointer(
    () => {},
    (from, to) => onRange?.(from, to),
  );
  const pointed = pointer.hover === null ? null : nearest(places, pointer.hover);
  const shown = pointed ?? walk.chosen;
  const marked: readonly [number, number] | null = walk.marked
    ? [place(walk.marked[0]), place(walk.marked[1])]
    : pointer.drag && onRange
      ? [pointer.drag.from, pointer.drag.to]
      : null;
  return (
    <div
      className="walk"
      data-zooms={onRange ? "" : undefined}
      style={inset}
      {...walk.slider(label, tipSentence(tip(walk.current)))}
      {...pointer.handlers}
    >
      {marked && <span className="marked" style={span(...marked)} />}
      {shown !== null && (
        <>
          <span className="at" style={{ left: `${place(shown) * 100}%` }} />
          <Tip {...tip(shown)} at={place(shown)} />
        </>
      )}
    </div>
  );
}
