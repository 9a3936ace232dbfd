"use client";

import { useMemo } from "react";
import type { Line } from "./lines";
import { useTranscriptKeys } from "./use-transcript-keys";
import type { TranscriptVirtualizer } from "./use-transcript-scroll";

type Options = {
  lines: Line[];
  /** Index of the line at the upper edge: where moving begins when nothing is selected. */
  top: number;
  selected: number | null;
  onSelect(rowId: number | null): void;
  virtualizer: TranscriptVirtualizer;
};

/** j and k move from message to message, over day heads and gaps. */
export function useMessageCursor({ lines, top, selected, onSelect, virtualizer }: Options): void {
  const keys = useMemo(() => {
    const select = (index: number) => {
      const line = lines[index];
      if (line?.type !== "message") return;
      onSelect(line.message.rowId);
      virtualizer.scrollToIndex(index, { align: "auto" });
    };
    const move = (step: 1 | -1) => {
      const here = lines.findIndex((it) => it.type === "message" && it.message.rowId === selected);
      let index = here < 0 ? top - step : here;
      do index += step;
      while (lines[index] && lines[index]?.type !== "message");
      select(index);
    };
    return {
      next: () => move(1),
      previous: () => move(-1),
      open: () => selected === null && move(1),
      copyLink: () =>
        selected !== null &&
        void navigator.clipboard?.writeText(`${location.origin}/archive/message/${selected}`),
      close: () => onSelect(null),
    };
  }, [lines, top, selected, onSelect, virtualizer]);
  useTranscriptKeys(keys);
}
