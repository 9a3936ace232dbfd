"use client";

import { useRef } from "react";

/** Somebody types in a field of the page by now: whoever takes the focus then takes their letters. */
function isTyping(): boolean {
  const here = document.activeElement;
  return (
    here instanceof HTMLElement &&
    (here.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(here.tagName))
  );
}

/** For what has a trigger: the focus goes back to it when it is closed, unless somebody types by then. */
export function keepTyping(event: Event): void {
  if (isTyping()) event.preventDefault();
}

/**
 * For what may have been opened by anything, as a dialog without a trigger: `remember` when it opens;
 * when it is closed the focus goes back to what had it then, unless somebody types by then.
 */
export function useFocusBack() {
  const before = useRef<Element | null>(null);
  return {
    remember: () => {
      before.current = document.activeElement;
    },
    giveBack: (event: Event) => {
      event.preventDefault();
      const to = before.current;
      if (!isTyping() && to instanceof HTMLElement && to.isConnected) to.focus();
    },
  };
}
