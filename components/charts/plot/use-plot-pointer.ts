"use client";

import { type PointerEvent, useState } from "react";

type Drag = { from: number; to: number };

/** Below this distance a drag is a click: hands are not steady. */
const CLICK_PIXELS = 4;

/** Click and drag on the plot, both in shares (0–1) of its width. */
export function usePlotPointer(
  onClick: (share: number) => void,
  onDrag: (from: number, to: number) => void,
) {
  const [hover, setHover] = useState<number | null>(null);
  const [drag, setDrag] = useState<Drag | null>(null);

  const shareOf = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    return Math.min(1, Math.max(0, (event.clientX - box.left) / box.width));
  };

  return {
    hover,
    drag: drag && { from: Math.min(drag.from, drag.to), to: Math.max(drag.from, drag.to) },
    handlers: {
      onPointerDown(event: PointerEvent<HTMLElement>) {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        const share = shareOf(event);
        setDrag({ from: share, to: share });
      },
      onPointerMove(event: PointerEvent<HTMLElement>) {
        const share = shareOf(event);
        setHover(share);
        setDrag((current) => current && { ...current, to: share });
      },
      onPointerUp(event: PointerEvent<HTMLElement>) {
        if (!drag) return;
        const share = shareOf(event);
        const width = event.currentTarget.getBoundingClientRect().width;
        setDrag(null);
        if (Math.abs(share - drag.from) * width < CLICK_PIXELS) onClick(share);
        else onDrag(Math.min(share, drag.from), Math.max(share, drag.from));
      },
      onPointerCancel: () => setDrag(null),
      onPointerLeave: () => setHover(null),
    },
  };
}
