"use client";

import { type RefObject, useEffect } from "react";

/**
 * Whoever comes to an empty box came to type: it has the focus, unless something floats over the page. Not
 * where a keyboard would rise over the screen.
 */
export function useFocusOnArrival(field: RefObject<HTMLTextAreaElement | null>): void {
  useEffect(() => {
    const box = field.current;
    if (box?.value !== "" || document.querySelector('[role="dialog"]')) return;
    if (window.matchMedia("(hover: hover)").matches) box.focus({ preventScroll: true });
  }, [field]);
}
