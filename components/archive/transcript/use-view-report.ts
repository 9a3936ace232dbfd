"use client";

import { useEffect } from "react";
import type { Line } from "./lines";

export type View = { from: number; to: number; rowId: number };

/** Says which messages are on screen once the list has come to rest for a moment. */
export function useViewReport(
  visible: Line[],
  settled: boolean,
  onView: (view: View) => void,
): void {
  const messages = visible.flatMap((line) => (line.type === "message" ? [line.message] : []));
  const top = messages[0];
  const bottom = messages.at(-1);
  useEffect(() => {
    if (!top || !bottom || !settled) return;
    const view = { from: top.stamp, to: bottom.stamp, rowId: top.rowId };
    const timer = setTimeout(() => onView(view), 120);
    return () => clearTimeout(timer);
  }, [top, bottom, settled, onView]);
}
