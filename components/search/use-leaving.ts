"use client";

import { type RefObject, useEffect, useEffectEvent, useRef } from "react";
import { isPlainClick } from "./results/is-plain-click";

type Leaving = {
  /** Another number: somebody is, or is on the way, elsewhere. */
  visit: number;
  /** What the box said when they left. */
  with: string | null;
};

/** What leads to another page in this tab, and does not see to the address itself. */
const LINKS = 'a[href]:not([href^="#"], [target], [download], [data-settles])';

/**
 * Whether somebody goes elsewhere: back, or along a link. To change the address then would end a
 * navigation that has just begun.
 */
export function useLeaving(
  shown: RefObject<{ text: string }>,
  onBack: () => void,
): RefObject<Leaving> {
  const leaving = useRef<Leaving>({ visit: 0, with: null });
  const leave = useEffectEvent((text: string | null) => {
    leaving.current = { visit: leaving.current.visit + 1, with: text };
  });
  const back = useEffectEvent(() => {
    leave(null);
    onBack();
  });
  const click = useEffectEvent((event: MouseEvent) => {
    const link = event.target instanceof Element && event.target.closest(LINKS);
    if (link && isPlainClick(event)) leave(shown.current.text);
  });
  useEffect(() => {
    document.addEventListener("click", click, true);
    window.addEventListener("popstate", back);
    return () => {
      document.removeEventListener("click", click, true);
      window.removeEventListener("popstate", back);
      leave(null);
    };
  }, []);
  return leaving;
}
