"use client";

import { useCallback, useState } from "react";

/** Width of an element in whole pixels, followed as it changes; null before the first look. */
export function useWidth(): [ref: (element: HTMLElement | null) => void, width: number | null] {
  const [width, setWidth] = useState<number | null>(null);
  const ref = useCallback((element: HTMLElement | null) => {
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setWidth(Math.floor(entry.contentRect.width));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, width];
}
