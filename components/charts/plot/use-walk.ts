"use client";

import { type KeyboardEvent, useState } from "react";

type Options = {
  count: number;
  /** Where the walk begins when nothing was chosen yet. */
  start: number;
  /** How far each key goes; left and right go by one unless told. */
  moves?: Readonly<Record<string, number>>;
  onEnter?: (index: number) => void;
  /** Shift with an arrow marks a range, Enter takes it. */
  onRange?: (from: number, to: number) => void;
};

const STEPS = { ArrowLeft: -1, ArrowRight: 1 };

/** Walking through the values of a chart by keys: one stop of Tab, arrows, Home and End, Escape to leave. */
export function useWalk({ count, start, moves = STEPS, onEnter, onRange }: Options) {
  const [chosen, setChosen] = useState<number | null>(null);
  const [anchor, setAnchor] = useState<number | null>(null);
  const last = count - 1;
  const current = Math.min(chosen ?? start, last);

  const walk = (key: string, shift: boolean): boolean => {
    const edge = { Home: 0, End: last }[key];
    const move = moves[key];
    if (move === undefined && edge === undefined) return false;
    const next = edge ?? current + (move ?? 0);
    setAnchor(shift && onRange ? (anchor ?? current) : null);
    setChosen(Math.min(last, Math.max(0, next)));
    return true;
  };
  const enter = (key: string): boolean => {
    if (key !== "Enter" && key !== " ") return false;
    if (anchor !== null && onRange) onRange(Math.min(anchor, current), Math.max(anchor, current));
    else onEnter?.(current);
    setAnchor(null);
    return true;
  };
  const leave = (key: string): boolean => {
    if (key !== "Escape" || chosen === null) return false;
    setAnchor(null);
    setChosen(null);
    return true;
  };

  const handlers = {
    onKeyDown(event: KeyboardEvent) {
      const { key, shiftKey } = event;
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (walk(key, shiftKey) || enter(key) || leave(key)) {
        event.preventDefault();
        event.stopPropagation();
      }
    },
    onFocus: () => setChosen((before) => before ?? current),
    onBlur: () => {
      setAnchor(null);
      setChosen(null);
    },
  };

  return {
    current,
    /** null: nobody walks here now. */
    chosen: chosen === null ? null : current,
    marked:
      anchor === null ? null : ([Math.min(anchor, current), Math.max(anchor, current)] as const),
    /** What makes an element the walk's one stop of Tab; `text` says where it stands. */
    slider: (label: string, text: string) => ({
      role: "slider" as const,
      tabIndex: 0,
      "aria-label": label,
      "aria-valuemin": 0,
      "aria-valuemax": last,
      "aria-valuenow": current,
      "aria-valuetext": text,
      ...handlers,
    }),
  };
}
