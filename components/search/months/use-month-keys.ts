"use client";

import { type KeyboardEvent, useState } from "react";

type Span = { from: number; to: number };

type Options = {
  /** How many months there are. */
  count: number;
  onMonth: (index: number) => void;
  onRange: (from: number, to: number) => void;
};

const MOVES: Record<string, number> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageUp: -12,
  PageDown: 12,
};

/** Arrow keys choose a month, with Shift several; Enter or Space keeps, Escape chooses none. */
export function useMonthKeys({ count, onMonth, onRange }: Options) {
  const [cursor, setCursor] = useState<number | null>(null);
  const [anchor, setAnchor] = useState<number | null>(null);
  const last = count - 1;
  const current = Math.min(cursor ?? last, last);
  const choose = (next: number | null, from: number | null) => {
    setCursor(next);
    setAnchor(from);
  };
  const begin = Math.min(anchor ?? current, last);
  const span: Span = { from: Math.min(begin, current), to: Math.max(begin, current) };
  const onKeyDown = (event: KeyboardEvent) => {
    const { key, shiftKey } = event;
    const next = { Home: 0, End: last }[key] ?? current + (MOVES[key] ?? Number.NaN);
    if (key === "Enter" || key === " ") {
      if (span.from === span.to) onMonth(current);
      else onRange(span.from, span.to);
      // A range leaves other months out, and then they are numbered anew.
      choose(span.from === span.to ? current : null, null);
    } else if (key === "Escape" && cursor !== null) choose(null, null);
    else if (!Number.isNaN(next))
      choose(Math.min(last, Math.max(0, next)), shiftKey ? (anchor ?? current) : null);
    else return;
    event.preventDefault();
  };
  // Fewer months may have come meanwhile.
  return {
    cursor: cursor === null ? null : current,
    current,
    span,
    onKeyDown,
    onBlur: () => choose(null, null),
  };
}
