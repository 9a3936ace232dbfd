"use client";

import { useEffect, useRef } from "react";

/** Scrolls to what the address names (`#table-care`) once it is there: parts of the page come after it. */
export function useArrival(ready: boolean): void {
  const arrived = useRef(false);
  useEffect(() => {
    if (!ready || arrived.current) return;
    arrived.current = true;
    const name = decodeURIComponent(location.hash.slice(1));
    if (name !== "") document.getElementById(name)?.scrollIntoView();
  }, [ready]);
}
